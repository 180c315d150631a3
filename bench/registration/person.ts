/** What every contender stores of each person beside the e-mail: 13 more columns, as they come out of the checks. */
export const person = {
  first_name: "John",
  last_name: "Smith",
  company: "Acme",
  job_title: "Head of Marketing",
  address_street1: "50 Beale Street",
  city: "San Francisco",
  state: "California",
  zip: "94105",
  country: "United States",
  work_phone: "(415)-369-8000",
  company_industry: "Software",
  company_size: "501-1000",
  notes: "Saw it in the newsletter",
} as const;

/** The same person as a form of the compatible API; `{n}` is a number of its own in each request. */
export function writeForm(mailbox: string): string {
  const fields = Object.entries(person).map(([column, value]): [string, string] => [column.replaceAll("_", ""), value]);
  return `email=${mailbox}.{n}%40example.com&${new URLSearchParams(fields)}`;
}
