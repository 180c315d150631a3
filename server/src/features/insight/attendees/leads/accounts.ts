import { domainToUnicode } from "node:url";
import emailProviders from "email-providers/all.json" with { type: "json" };
import { sql } from "kysely";
import { parse } from "tldts-icann";
import type { Db } from "../../../../db/database.ts";
import { joinEventsOf } from "./queries.ts";

/** A company, as far as an address's domain tells. */
export interface Account {
  readonly domain: string;
  readonly name: string;
  readonly people: number;
  /** Of all its people's scores together. */
  readonly tenths: number;
}

const MOST_ACCOUNTS = 100;
const DAYS = 90;

const freeMail: ReadonlySet<string> = new Set(emailProviders);

interface DomainRow {
  readonly domain: string;
  readonly people: number;
  readonly tenths: number;
}

/** Companies by what their people did in the last 90 days: by the sum of their scores, then by how many they are. */
export async function listEngagedAccounts(db: Db, clientId: number, now: Date): Promise<Account[]> {
  const since = new Date(now.getTime() - DAYS * 24 * 3_600_000);
  const { rows } = await sql<DomainRow>`
    select substring(r.email_key from '[^@]*$') as domain, count(distinct r.email_key) as people,
      sum(a.engagement_tenths)::bigint as tenths
    from attendees a
    join registrants r on r.client_id = a.client_id and r.id = a.registrant_id
    ${joinEventsOf("r")}
    where a.client_id = ${clientId} and a.last_activity_at >= ${since}
    group by 1`.execute(db);
  return accountsOf(rows)
    .filter(({ tenths }) => tenths > 0)
    .sort(
      (one, other) => other.tenths - one.tenths || other.people - one.people || (one.domain < other.domain ? -1 : 1),
    )
    .slice(0, MOST_ACCOUNTS);
}

/** Domains below one that can be registered are one company's; those of providers of mail are nobody's. */
export function accountsOf(rows: readonly DomainRow[]): Account[] {
  const accounts = new Map<string, Account>();
  for (const { domain: host, people, tenths } of rows) {
    const { domain, domainWithoutSuffix: label } = parse(host);
    if (!domain || !label || freeMail.has(host) || freeMail.has(domain)) continue;
    const known = accounts.get(domain) ?? { domain, name: nameOf(label), people: 0, tenths: 0 };
    accounts.set(domain, { ...known, people: known.people + people, tenths: known.tenths + tenths });
  }
  return [...accounts.values()];
}

function nameOf(label: string): string {
  return domainToUnicode(label).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
