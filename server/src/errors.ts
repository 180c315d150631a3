/**
 * The one table of everything Lectern refuses: code -> status and sentence.
 * Sentences that existing integrations match on keep their published wording (and their spelling).
 * `{name}` is replaced from the parameters of `fail`.
 */
const refusals = {
  "token.missing": [401, "Header must contain both accessTokenKey and accessTokenSecret."],
  "token.wrong": [401, "AccessTokenKey and AccessTokenSecret are wrong or invalid."],
  "token.deactivated": [401, "AccessTokenKey and AccessTokenSecret are deactivated."],
  "token.noPermission": [403, "You do not have permission to perform the requested operation."],
  "token.unknown": [404, "The token {tokenId} doesn't exist."],
  "operator.wrongKey": [401, "The operator key is missing or wrong."],

  "throttle.exceeded": [403, "You have reached the maximum number of calls for this api."],

  "client.unknown": [404, "The client {clientId} doesn't exist."],
  "client.inactive": [403, "The client id {clientId} is inactive."],
  "client.contractExpired": [403, "The contract of client {clientId} has expired."],
  "client.global": [403, "Creating an event in a Global Client Account is not allowed."],
  "client.exists": [409, "The client {clientId} exists already."],

  "user.exists": [409, "A user with the name {userName} exists already."],
  "user.unknown": [404, "The user {userName} doesn't exist."],

  "event.unknown": [404, "The event {eventId} doesn't exist."],
  "event.inactive": [403, "The event {eventId} is inactive."],
  "event.invalid": [400, "Webinar was not created due to errors in the parameters: {faults}"],

  "file.unknown": [404, "There is no such file."],
  "file.notAccepted": [400, "File is not accepted filetype"],
  "file.missing": [400, "The {field} parameter is missing."],

  "registrant.unknown": [404, "No registrant was found for that email address"],
  "registrant.unknownInEvent": [404, "No registrant was found for that email address and eventId combination"],
  "registrant.noneByEmail": [404, "The registrant {email} doesn't exist."],
  "registrant.deletesItself": [412, "You're trying to soft delete the registrant you're creating."],
  "registrant.eventBegan": [412, "A registrant can't be deleted or restored after the event has started."],
  "registrant.fieldMissing": [400, "The {field} parameter is missing."],
  "registrant.fieldInvalid": [400, "Invalid value for the {field} parameter."],

  "dates.format": [400, "Error, incorrect date formats."],
  "dates.order": [400, "Error, end date is before start date."],
  "dates.range": [400, "startDate and endDate can't be more than {range} apart."],
  "interval.missing": [400, "dateInterval is required when passing dateInterfalOffset or dateIntervalTimezone."],
  "interval.timeZone": [400, "Invalid dateIntervalTimezone."],
  "interval.range": [400, "dateInterval range must be between 1 and 180 inclusive."],
  "interval.offset": [400, "dateIntervalOffset must be a number."],
  "interval.withDates": [400, "Start/End date filters cannot be sent with Interval filters."],

  "page.offset": [400, "Invalid pageOffset, range must be between 0 and {last}."],
  "page.size": [400, "Invalid itemsPerPage, it must be a whole number between 1 and {most}."],

  "subaccounts.notIncluded": [400, "You have to set includesubaccounts='Y' in order to filter by subaccounts."],
  "subaccounts.excluded": [400, "You have to set excludesubaccounts='N' in order to filter by subaccounts."],
  "subaccounts.notChild": [400, "The client {clientId} is not a sub-account of client {parentId}."],

  "parameter.invalid": [400, "Invalid value for the {name} parameter."],
  "body.malformed": [400, "The request body could not be read as {type}."],
  "body.notUtf8": [400, "The request body is not valid {charset} text."],
  "body.tooLarge": [413, "The request body is larger than {limit} bytes."],
  "body.mediaType": [415, "The content type {type} is not supported."],
  "body.invalid": [400, "{faults}"],

  "http.notFound": [404, "There is nothing at {path}."],
  "http.methodNotAllowed": [405, "{path} does not answer {method}; it answers {allowed}."],
  "http.badRequest": [400, "The request could not be understood."],
  "operation.notBuilt": [501, "The operation {operation} is not built yet."],
  "server.busy": [503, "The server cannot answer right now. Please try again."],
  "server.fault": [500, "Something went wrong on our side. Quote request id {requestId}."],
} as const satisfies Record<string, readonly [status: number, sentence: string]>;

export type RefusalCode = keyof typeof refusals;
export type RefusalParams = Record<string, string | number>;

/** A refusal the caller may see: thrown by actions and dialects alike, turned into an answer by the dialects' handlers. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly status: number;
  readonly params: RefusalParams;

  /** @param otherStatus for the few refusals whose status is a setting. */
  constructor(code: RefusalCode, params: RefusalParams = {}, otherStatus?: number) {
    const [status, sentence] = refusals[code];
    super(fillIn(sentence, params));
    this.name = "Refusal";
    this.code = code;
    this.status = otherStatus ?? status;
    this.params = params;
  }
}

/** Refuses the current request. */
export function fail(code: RefusalCode, params: RefusalParams = {}): never {
  throw new Refusal(code, params);
}

/** Replaces each `{name}` of a sentence by its parameter; unknown names stay. */
export function fillIn(sentence: string, params: RefusalParams): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
