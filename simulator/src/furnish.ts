import type { Operator } from "@lectern/sdk";
import { polls, surveyQuestions, widgets } from "./furnishings.ts";
import { withToken } from "./with-token.ts";

interface Target {
  readonly operator: Operator;
  /** Of the server. */
  readonly baseUrl: string;
  readonly clientId: number;
  readonly eventId: number;
}

/** Puts into an event what people can do something with, and lets a producer in; answers the producer's key. */
export async function furnish({ operator, baseUrl, clientId, eventId }: Target): Promise<string> {
  const params = { clientId, eventId };
  for (const [text, ...answers] of polls)
    await operator.call("addPoll", {
      params,
      body: { question: { type: "singleoption", text, options: answers.map((answer) => ({ answer })) } },
    });
  for (const question of surveyQuestions) await operator.call("addSurveyQuestion", { params, body: question });
  for (const widget of widgets) await operator.call("addWidget", { params, body: widget });
  const taking = { isOpen: true, isModerated: false, isAnonymityAllowed: true };
  await operator.call("setQuestionSettings", { params, body: taking });
  await withToken(operator, clientId, async (headers) => {
    const body = new FormData();
    const resource = { matchname: "Related Content 1", name: "Five keys to webcasting", type: "URL" };
    for (const [name, value] of Object.entries(resource)) body.set(name, value);
    body.set("url", "https://example.com/keys");
    const path = `/v2/client/${clientId}/event/${eventId}/relatedcontent`;
    const answer = await fetch(`${baseUrl}${path}`, { method: "POST", headers, body });
    if (!answer.ok) throw new Error(`no resource was added: ${await answer.text()}`);
  });
  const producer = { firstName: "Pat", lastName: "Producer", email: "pat@example.com", role: "producer" } as const;
  const { presenterId } = await operator.call("addPresenter", { params, body: producer });
  const { deskUrl } = await operator.call("getPresenterLink", { params: { ...params, presenterId } });
  return new URL(deskUrl).searchParams.get("presenter") ?? "";
}
