import type { Operator } from "@lectern/sdk";
import type { Guest } from "./audience.ts";
import { withToken } from "./with-token.ts";

interface Invitation {
  readonly operator: Operator;
  /** Of the server. */
  readonly baseUrl: string;
  readonly clientId: number;
  readonly eventId: number;
  readonly people: number;
  readonly seed: number;
}

const TOGETHER = 32;
const TICKETS_TOGETHER = 1000;

const firstNames = ["Ada", "Ben", "Chidi", "Dana", "Emil", "Fatima", "Grace", "Hiro", "Ines", "Jonas", "Kim", "Lea"];
const lastNames = ["Abe", "Berg", "Castro", "Diaz", "Eriksen", "Fischer", "Gupta", "Haddad", "Ito", "Jensen", "Kaya"];
const companies = ["Acme", "Globex", "Initech", "Umbrella", "Stark", "Wayne", "Hooli", "Vandelay", "Wonka"];

/** Registers people as any integration does, and fetches the tickets that let them in. */
export async function inviteGuests({
  operator,
  baseUrl,
  clientId,
  eventId,
  people,
  seed,
}: Invitation): Promise<Guest[]> {
  const emails = Array.from({ length: people }, (_, index) => `guest-${seed}-${index + 1}@example.com`);
  const registrantIds = await withToken(operator, clientId, (headers) =>
    inGroups(emails, TOGETHER, (email, index) => register(baseUrl, { clientId, eventId, headers }, email, index)),
  );
  const tickets = await fetchTickets(operator, { clientId, eventId }, registrantIds);
  return registrantIds.flatMap((registrantId, index) => {
    const ticket = tickets.get(registrantId);
    return ticket === undefined ? [] : [{ registrantId, email: emails[index] as string, ticket }];
  });
}

async function fetchTickets(
  operator: Operator,
  params: { clientId: number; eventId: number },
  registrantIds: readonly number[],
): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  for (let first = 0; first < registrantIds.length; first += TICKETS_TOGETHER) {
    const body = { registrantIds: registrantIds.slice(first, first + TICKETS_TOGETHER) };
    const { tickets } = await operator.call("issueRoomTickets", { params, body });
    for (const { registrantId, ticket } of tickets) found.set(registrantId, ticket);
  }
  return found;
}

interface RegisterTarget {
  readonly clientId: number;
  readonly eventId: number;
  readonly headers: Record<string, string>;
}

async function register(baseUrl: string, target: RegisterTarget, email: string, index: number): Promise<number> {
  const at = (list: readonly string[]) => list[index % list.length] as string;
  const answer = await fetch(`${baseUrl}/v2/client/${target.clientId}/event/${target.eventId}/registrant`, {
    method: "POST",
    headers: target.headers,
    body: new URLSearchParams({ email, firstname: at(firstNames), lastname: at(lastNames), company: at(companies) }),
  });
  if (!answer.ok) throw new Error(`${email} was not registered: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { eventuserid: number }).eventuserid;
}

async function inGroups<Item, Result>(
  items: readonly Item[],
  size: number,
  run: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let first = 0; first < items.length; first += size)
    results.push(
      ...(await Promise.all(items.slice(first, first + size).map((item, index) => run(item, first + index)))),
    );
  return results;
}
