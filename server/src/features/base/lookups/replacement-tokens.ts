export interface ReplacementToken<Name extends string = string> {
  label: string;
  /** As it is written in a subject or body: `#EVENTTITLE#`. */
  value: `#${Name}#`;
  description: string;
  /** "summary": about the event, the same for everyone. "email": about the one person who gets the mail. */
  context: "summary" | "email";
}

/**
 * Every token that e-mails and event texts replace; webinars/event-emails/token-values.ts must have a value for each.
 * The first two, `#EMAIL#` and `#EVENTHELPURL#` are published.
 */
export const replacementTokens = [
  summary("Webcast Title", "EVENTTITLE", "Title of the event"),
  summary("Webcast Date", "EVENTDATE", "Day and time the event starts, in its own time zone"),
  summary("Webcast Day", "EVENTDAY", "Day the event starts, without the time"),
  summary("Webcast Time", "EVENTTIME", "Time of day the event starts, with the short name of its zone"),
  summary("Webcast End Time", "EVENTENDTIME", "Time of day the live event ends, with the short name of its zone"),
  summary("Webcast Time Zone", "EVENTTIMEZONE", "Name of the event's time zone"),
  summary("Webcast Duration", "EVENTDURATION", "Length of the live event in minutes"),
  summary("Webcast Abstract", "EVENTABSTRACT", "Description of the event"),
  summary("Promotional Summary", "EVENTSUMMARY", "Short text that promotes the event"),
  summary("Webcast ID", "EVENTID", "Number of the event"),
  summary("Audience URL", "AUDIENCEURL", "Address of the registration page"),
  summary("Presenters", "PRESENTERNAMES", "Names of the presenters, separated by commas"),
  summary("Client Name", "CLIENTNAME", "Name of the account that holds the event"),
  summary("Venue", "VENUE", "Name of the place, of hybrid events"),
  summary("Venue Address", "VENUEADDRESS", "Address of the place, of hybrid events"),
  email("Email Address", "EMAIL", "E-mail address of the registrant"),
  email("First Name", "FIRSTNAME", "First name of the registrant"),
  email("Last Name", "LASTNAME", "Last name of the registrant"),
  email("Company", "COMPANY", "Company of the registrant"),
  email("Job Title", "JOBTITLE", "Job title of the registrant"),
  email("Registrant ID", "EVENTUSERID", "Number of the registration"),
  email("Join URL", "JOINURL", "Personal address that opens the lobby or the console without a form"),
  email("Calendar URL", "CALENDARURL", "Address of the calendar entry for the event"),
  email("Confirmation URL", "CONFIRMURL", "Address that confirms the registration, where double opt-in asks for it"),
  email("Ticket URL", "TICKETURL", "Address of the code that opens the entrance of a hybrid event"),
  email("Cancel URL", "CANCELURL", "Address where the registrant gives the seat back"),
  email("Help URL", "EVENTHELPURL", "Address of the help page for the audience"),
  email("Unsubscribe URL", "UNSUBSCRIBEURL", "Address where the registrant stops further mails"),
];

/** What stands between the hashes. */
export type TokenName = (typeof replacementTokens)[number] extends ReplacementToken<infer Name> ? Name : never;

function summary<const Name extends string>(label: string, name: Name, description: string): ReplacementToken<Name> {
  return { label, value: `#${name}#`, description, context: "summary" };
}

function email<const Name extends string>(label: string, name: Name, description: string): ReplacementToken<Name> {
  return { label, value: `#${name}#`, description, context: "email" };
}
