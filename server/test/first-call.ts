import { expect } from "vitest";
import type { Program } from "./program.ts";

/** What the program prints at its first start: an event to register for, and a token. */
export interface FirstCall {
  path: string;
  headers: Record<string, string>;
}

/** Reads the path and headers off the curl line that the program prints. */
export function firstCall({ output }: Program): FirstCall {
  const pair = (name: string) => [name, new RegExp(`${name}: (\\w+)`).exec(output())?.[1] ?? ""];
  return {
    path: /http:\/\/[^/]+(\/v2\S+)\/registrant/.exec(output())?.[1] ?? "",
    headers: {
      ...Object.fromEntries([pair("accesstokenkey"), pair("accesstokensecret")]),
      "content-type": "application/x-www-form-urlencoded",
    },
  };
}

export function register({ baseUrl }: Program, { path, headers }: FirstCall, email: string): Promise<Response> {
  const body = new URLSearchParams({ email, firstname: "John", lastname: "Smith", company: "Acme" }).toString();
  return fetch(`${baseUrl}${path}/registrant`, { method: "POST", headers, body });
}

async function get({ baseUrl }: Program, { path, headers }: FirstCall, below: string): Promise<unknown> {
  const answer = await fetch(`${baseUrl}${path}${below}`, { headers });
  expect(answer.status).toBe(200);
  return answer.json();
}

export async function getEvent(program: Program, call: FirstCall) {
  const event = await get(program, call, "");
  return event as { eventanalytics: { totalregistrants: number } };
}

export async function listRegistrants(program: Program, call: FirstCall) {
  const list = await get(program, call, "/registrant");
  return list as { totalregistrants: number; registrants: { email: string; eventuserid: number }[] };
}
