import type { LightMyRequestResponse } from "fastify";
import type { TestApp } from "./harness.ts";

export const PASSWORD = "quiet machines hum at night";

/** A browser of a member of staff: it keeps the session's cookie, and its own pages send its forms. */
export function createStaffBrowser({ app }: TestApp, headers: Record<string, string> = {}) {
  const cookies = new Map<string, string>();

  const send = async (method: "GET" | "POST", url: string, payload?: string): Promise<LightMyRequestResponse> => {
    const answer = await app.server.inject({
      method,
      url,
      headers: {
        host: "lectern.test",
        "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(method === "POST" && { "sec-fetch-site": "same-origin" }),
        ...(payload !== undefined && { "content-type": "application/x-www-form-urlencoded" }),
        ...headers,
      },
      ...(payload !== undefined && { payload }),
    });
    for (const { name, value } of answer.cookies)
      if (value === "") cookies.delete(name);
      else cookies.set(name, value);
    return answer;
  };
  const post = (url: string, form: Record<string, string> = {}) =>
    send("POST", url, new URLSearchParams(form).toString());
  return {
    cookies,
    get: (url: string) => send("GET", url),
    post,
    signIn: (name: string, password = PASSWORD) => post("/webcast/login", { name, password }),
    /** Whether a page for staff knows who this is. */
    isSignedIn: async () => (await send("GET", "/webcast/account")).statusCode === 200,
  };
}
