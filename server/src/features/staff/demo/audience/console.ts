import { useCallsToAction } from "../../../attending/calls-to-action/use-calls-to-action.ts";
import { claimCertificates } from "../../../attending/certificates/claim-certificates.ts";
import { voteIdeas } from "../../../attending/ideas/vote-ideas.ts";
import { writeIdeas } from "../../../attending/ideas/write-ideas.ts";
import { openResources } from "../../../attending/resources/open-resources.ts";
import { submitTests } from "../../../attending/tests/submit-tests.ts";
import { openWidgets } from "../../../attending/widgets/open-widgets.ts";
import { type Share, shareEvents } from "../../../attending/widgets/share-event.ts";
import type { Things } from "./furnish-webinar.ts";
import { everyNth } from "./moments.ts";
import { type DemoPerson, pick } from "./people.ts";
import { perform, type Scene, whoIs } from "./scene.ts";

// What people do with the widgets of the console.

/** The last resource is nobody's. */
export async function openThings(scene: Scene, { widgets }: Things): Promise<void> {
  const { tx } = scene;
  const opened = ["speaker-bio", "survey", "group-chat", "share-this", "twitter", "test"];
  const widgetOpenings = widgets
    .filter(({ kind }) => opened.includes(kind))
    .flatMap(({ id: widgetId }, index) =>
      everyNth(4, index, 20).map((person) => ({ ...whoIs(scene, person, 20 + index), widgetId })),
    );
  await perform(tx, openWidgets, widgetOpenings);
  const resourceOpenings = widgets
    .flatMap(({ resources }) => resources)
    .slice(0, -1)
    .flatMap(({ id: resourceId }, index) =>
      everyNth(3 + index, index, 28).map((person) => ({ ...whoIs(scene, person, 28 + index * 2), resourceId })),
    );
  await perform(tx, openResources, resourceOpenings);
}

/** Each is clicked by some, the first ones by more; forms and frames are filled in by a few. */
export async function followCallsToAction(scene: Scene, { widgets }: Things): Promise<void> {
  const calls = widgets.filter(({ kind }) => kind === "call-to-action");
  const uses = calls.flatMap(({ id: widgetId, content }, index) => {
    const use = (person: DemoPerson, minute: number) => ({ ...whoIs(scene, person, minute), widgetId });
    const clicks = everyNth(4 + index, index, 48).map((person) => ({ ...use(person, 48), how: "click" as const }));
    const again = everyNth(12, index, 50).map((person) => ({ ...use(person, 50), how: "click" as const }));
    const asked = takesRequests(content) ? everyNth(9, 1, 51) : [];
    const requests = asked.map((person) => {
      return { ...use(person, 51), how: "request" as const, message: "Please call me." };
    });
    return [...clicks, ...again, ...requests];
  });
  await perform(scene.tx, useCallsToAction, uses);
}

function takesRequests(content: object): boolean {
  const { purpose, contactEmail } = content as { purpose?: string; contactEmail?: string };
  return contactEmail !== undefined || purpose === "drift" || purpose === "calendly";
}

export async function share(scene: Scene, { widgets }: Things): Promise<void> {
  const idOf = (kind: string) => widgets.find((widget) => widget.kind === kind)?.id ?? 0;
  const tweets = everyNth(9, 1, 26).map(
    (person): Share => ({
      ...whoIs(scene, person, 26),
      ...{ widgetId: idOf("twitter"), network: "twitter", text: "Watching what a webinar is made of" },
    }),
  );
  const others = everyNth(10, 3, 27).map((person): Share => {
    return { ...whoIs(scene, person, 27), widgetId: idOf("share-this"), network: "linkedin" };
  });
  await perform(scene.tx, shareEvents, [...tweets, ...others]);
}

/** Some need a second try. */
export async function takeTests(scene: Scene, { tests }: Things): Promise<void> {
  const submissions = tests.flatMap(({ id: testId, version }) =>
    everyNth(2, 1, 52).flatMap((person) => {
      const submit = (minute: number, answers: readonly (readonly number[])[]) => {
        return { ...whoIs(scene, person, minute), testId, version, answers };
      };
      const right = [[0], [0]];
      return person.number % 5 === 1 ? [submit(52, [[0], [1]]), submit(53, right)] : [submit(52, right)];
    }),
  );
  await perform(scene.tx, submitTests, submissions);
}

export async function claimAll(scene: Scene, { widgets }: Things): Promise<void> {
  const claims = widgets
    .filter(({ kind }) => kind === "certification")
    .flatMap(({ id: certificationId }) =>
      everyNth(2, 1, 56).map((person) => ({
        ...whoIs(scene, person, 58),
        ...{ certificationId, holder: `${person.firstName} ${person.lastName}` },
      })),
    );
  await perform(scene.tx, claimCertificates, claims);
}

const ideas = ["Questions answered at once", "A good speaker", "Slides to keep"] as const;

export async function shareIdeas(scene: Scene, { topicId }: Things): Promise<void> {
  const { tx } = scene;
  const write = (person: DemoPerson, minute: number, text: string) => {
    return { ...whoIs(scene, person, minute), author: `${person.firstName} ${person.lastName}`, text };
  };
  const writers = everyNth(13, 1, 34).slice(0, ideas.length);
  const written = await perform(
    tx,
    writeIdeas,
    writers.map((person, index) => ({ ...write(person, 34 + index, pick(ideas, index)), on: { topicId } })),
  );
  const comments = written.flatMap((ideaId, index) =>
    everyNth(17, index, 38).map((person) => ({ ...write(person, 38, "I think so too."), on: { ideaId } })),
  );
  await perform(tx, writeIdeas, comments);
  const votes = written.flatMap((ideaId, index) =>
    everyNth(5, index, 39).map((person) => ({ ...whoIs(scene, person, 39), ideaId, isFor: true })),
  );
  await perform(tx, voteIdeas, votes);
}
