import type { Operator } from "@lectern/sdk";
import type { Guest } from "./audience.ts";

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
  const { key, secret, tokenId } = await operator.call("issueToken", {
    params: { clientId },
    body: { name: `simulated audience ${seed}`, access: ["all"] },
  });
  try {
    const emails = Array.from({ length: people }, (_, index) => `guest-${seed}-${index + 1}@example.com`);
    const registrantIds = await inGroups(emails, TOGETHER, (email, index) =>
      register(
        baseUrl,
        { clientId, eventId, headers: { accessTokenKey: key, accessTokenSecret: secret } },
        email,
        index,
      ),
    );
    const tickets = new Map<number, string>();
    for (let first = 0; first < registrantIds.length; first += TICKETS_TOGETHER) {
      const some = registrantIds.slice(first, first + TICKETS_TOGETHER);
      const answer = await operator.call("issueRoomTickets", {
        params: { clientId, eventId },
        body: { registrantIds: some },
      });
      for (const { registrantId, ticket } of answer.tickets) tickets.set(registrantId, ticket);
    }
    return registrantIds.flatMap((registrantId, index) => {
      const ticket = tickets.get(registrantId);
      return ticket === undefined ? [] : [{ registrantId, email: emails[index] as string, ticket }];
    });
  } finally {
    await operator.call("disableToken", { params: { clientId, tokenId } });
  }
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
