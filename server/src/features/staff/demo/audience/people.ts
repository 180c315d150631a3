// People of nobody: names put together, companies of the reserved domain ".example", addresses of documentation networks.

export interface DemoPerson {
  /** From 1: what they do follows from it, so that every demo is the same. */
  readonly number: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly company: string;
  readonly jobTitle: string;
  readonly country: string;
  readonly ipAddress: string;
  readonly browser: string;
  readonly os: string;
  readonly device: string;
}

const PEOPLE = 48;

const firstNames = ["Ada", "Ben", "Chidi", "Dana", "Emil", "Fatima", "Grace", "Hiro", "Ines", "Jonas", "Kim", "Lea"];
const lastNames = ["Abe", "Berg", "Castro", "Diaz", "Eriksen", "Fischer", "Gupta", "Haddad", "Ito", "Jensen", "Kaya"];
const companies = [
  ["Acme", "acme"],
  ["Globex", "globex"],
  ["Initech", "initech"],
  ["Umbrella Travel", "umbrella"],
  ["Vandelay Industries", "vandelay"],
  ["Wonka Foods", "wonka"],
  ["Hooli", "hooli"],
] as const;
const jobTitles = ["Marketing Manager", "Sales Director", "Engineer", "Head of Events", "Consultant"] as const;
const countries = ["United States", "Germany", "France", "Japan", "Brazil"] as const;
const devices = [
  ["desktop", "Windows 11", "Chrome 140"],
  ["desktop", "macOS 15", "Safari 18"],
  ["mobile", "Android 15", "Chrome 140"],
  ["desktop", "Linux", "Firefox 142"],
] as const;

/** Everybody who is registered, always the same. */
export const demoPeople: readonly DemoPerson[] = Array.from({ length: PEOPLE }, (_, index) => {
  const [firstName, lastName] = [pick(firstNames, index), pick(lastNames, index)];
  const [company, domain] = pick(companies, index);
  const [device, os, browser] = pick(devices, index);
  return {
    number: index + 1,
    ...{ firstName, lastName, company, device, os, browser },
    email: `${firstName}.${lastName}@${domain}.example`.toLowerCase(),
    jobTitle: pick(jobTitles, index),
    country: pick(countries, index),
    ipAddress: `203.0.113.${index + 1}`,
  };
});

export function pick<Item>(items: readonly Item[], index: number): Item {
  return items[index % items.length] as Item;
}
