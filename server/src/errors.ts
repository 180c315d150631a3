/**
 * The one table of everything Lectern refuses: code -> status and sentence.
 * Sentences that existing integrations match on keep their published wording (and their spelling).
 * `{name}` is replaced from the parameters of `fail`; a parameter `ownText` stands in for the whole sentence.
 */
const refusals = {
  "token.missing": [401, "Header must contain both accessTokenKey and accessTokenSecret."],
  "token.wrong": [401, "AccessTokenKey and AccessTokenSecret are wrong or invalid."],
  "token.deactivated": [401, "AccessTokenKey and AccessTokenSecret are deactivated."],
  "token.noPermission": [403, "You do not have permission to perform the requested operation."],
  "token.unknown": [404, "The token {tokenId} doesn't exist."],
  "operator.wrongKey": [401, "The operator key is missing or wrong."],
  "caller.unknown": [401, "Sign in, or send the operator key."],
  "metrics.wrongKey": [401, "The key for metrics is missing or wrong."],
  "caller.noRight": [403, "The right {right} is needed for this."],

  "throttle.exceeded": [403, "You have reached the maximum number of calls for this api."],

  "client.unknown": [404, "The client {clientId} doesn't exist."],
  "client.inactive": [403, "The client id {clientId} is inactive."],
  "client.contractExpired": [403, "The contract of client {clientId} has expired."],
  "client.global": [403, "Creating an event in a Global Client Account is not allowed."],
  "client.globalCopy": [403, "Copying an event into a Global Client Account is not allowed."],
  "client.exists": [409, "The client {clientId} exists already."],
  "demo.hasPeople": [
    409,
    "People are registered with client {clientId}, or with one above or below: take a new client.",
  ],

  "user.exists": [409, "A user with the name {userName} exists already."],
  "password.tooShort": [400, "A password has at least {length} characters."],
  "password.guessable": [
    400,
    "The password is easy to guess: it is one of many people's, or like the name or address.",
  ],
  "user.unknown": [404, "The user {userName} doesn't exist."],

  "event.unknown": [404, "The event {eventId} doesn't exist."],
  "event.inactive": [403, "The event {eventId} is inactive."],
  "event.deleted": [410, "Event has already been deleted"],
  "event.notDeletable": [412, "Event does not meet criteria for deletion"],
  "event.notWebinar": [403, "You don't have ability to delete this event"],
  "event.startsByItself": [409, "The event {eventId} can't be started: it begins by itself."],
  "event.tooEarly": [
    409,
    "The event {eventId} can't be started sooner than {minutes} minutes before its announced start.",
  ],
  "event.notBegun": [409, "The event {eventId} has not begun."],
  "event.neverLive": [409, "The event {eventId} is never live, so it can't be ended."],
  "event.over": [409, "The event {eventId} is over."],
  "event.hasPeople": [
    400,
    "Webinar was not created due to errors in the parameters: type, start, time zone and length can't change once people have come",
  ],
  "event.invalid": [400, "Webinar was not created due to errors in the parameters: {faults}"],

  "file.unknown": [404, "There is no such file."],
  "file.notAccepted": [400, "File is not accepted filetype"],
  "file.notStored": [500, "Response code from uploading service is not success"],
  "file.missing": [400, "The {field} parameter is missing."],

  "eventEmail.unknown": [404, "The email {emailId} doesn't exist"],
  "eventEmail.timingInvalid": [400, "Invalid value for the whentosend parameter."],
  "eventEmail.sendTimeInvalid": [400, "Invalid value for the goodafter parameter."],
  "mail.unknown": [404, "The e-mail {mailId} doesn't exist."],
  "mailSender.invalid": [400, "The sender must be an e-mail address in plain ASCII."],
  "eventEmail.fieldInvalid": [400, "Invalid value for the {field} parameter."],
  "calendarReminder.locked": [412, "The reminder can't be updated after the event has started."],

  "widget.unknown": [404, "The widget {widgetId} doesn't exist."],
  "widget.exists": [409, "The event {eventId} has a {name} widget already."],
  "widget.noConsole": [409, "The event {eventId} is no webinar, so it has no console."],
  "relatedContent.noWidget": [404, "{matchname} not found for event {eventId}"],
  "relatedContent.severalWidgets": [400, "More than one {matchname} for event {eventId}"],
  "relatedContent.unwanted": [400, "The {field} parameter can't be sent when type is {type}."],
  "widget.sharesNothing": [409, "The widget {widgetId} is not one to share by."],
  "callToAction.unknown": [404, "The call to action {callToActionId} doesn't exist."],
  "callToAction.takesNoRequests": [
    409,
    "The call to action {callToActionId} leads to an address, and takes no requests.",
  ],
  "idea.blank": [400, "There is nothing in the text."],
  "idea.unknown": [404, "The idea {ideaId} doesn't exist."],
  "idea.unknownTopic": [404, "The topic {topicId} doesn't exist."],
  "test.unknown": [404, "The test {testId} doesn't exist."],
  "test.changed": [409, "The test {testId} has changed since it was shown."],
  "test.passed": [409, "This person has passed the test {testId} already."],
  "test.noAttemptsLeft": [409, "This person has no attempts at the test {testId} left."],
  "checkIn.notHybrid": [409, "The event {eventId} has no venue where anybody could be checked in."],
  "checkIn.over": [409, "The event {eventId} is over, so nobody can be checked in any more."],
  "checkIn.unknown": [404, "This ticket is for another event, or its holder is not registered any more."],
  "checkIn.unreadable": [400, "This is not the code of a ticket."],
  "checkIn.blocked": [403, "This person is blocked and must not be let in."],
  "certification.unknown": [404, "The certification {certificationId} doesn't exist."],
  "certification.notEarned": [
    409,
    "This person does not meet the conditions of the certification {certificationId} yet.",
  ],
  "resource.unknown": [404, "The resource {resourceId} doesn't exist."],
  "speaker.noWidget": [404, "The Speaker Bio widget is not available for this event."],
  "speaker.invalid": [400, "Invalid metadata or file is not accepted filetype."],
  "speaker.notDeletable": [403, "You don't have ability to delete this speaker bio"],
  "speaker.unknown": [404, "The speaker {speakerId} doesn't exist."],
  "survey.noWidget": [404, "The Take Survey widget is not available for this event."],
  "survey.unknownQuestion": [404, "The survey question {questionId} doesn't exist."],
  "textWithBanner.noWidget": [404, "The Text With Banner widget doesn't exist."],
  "metadata.invalid": [400, "Invalid metadata."],

  "hub.unknown": [404, "The Engagement Hub {hubId} doesn't exist."],
  "hub.slugTaken": [409, "Another hub has the slug {slug}."],
  "content.unknown": [404, "The content {contentId} doesn't exist."],
  "content.inHub": [409, "The content {contentId} is in the hub already."],
  "content.unsuitable": [400, "{reason}"],
  "visit.unknown": [404, "There is nothing at this address."],
  "link.over": [404, "This link was used already, or its time is over."],
  "visit.foreign": [403, "The request came from another site."],
  "visit.tooMany": [429, "There were too many requests from here. Try again in {seconds} seconds."],
  "derivative.unknown": [404, "The content identified by {mediaId} doesn't exist"],
  "derivative.notReady": [409, "The text {mediaId} is not ready."],

  "slides.notPresentation": [400, "File is not a Power Point presentation"],
  "slides.none": [404, "No slides found"],
  "slides.unknown": [404, "The slides {deckId} don't exist."],
  "slides.noPage": [404, "The slides {deckId} have no page {page}."],
  "media.unknown": [404, "The media {mediaId} doesn't exist."],
  "media.notVideo": [400, "The media {mediaId} is not a video of this client."],
  "captions.language": [400, "{language} is not a language tag such as en or pt-BR."],
  "captions.invalid": [400, "This is not a WebVTT text. {fault}."],
  "captions.unknown": [404, "The event {eventId} has no captions in {language}."],

  "presenter.unknown": [404, "The presenter {presenterId} doesn't exist."],
  "presenter.nameMissing": [400, "A presenter needs a {which} name."],
  "presenter.emailInvalid": [400, "The presenter's e-mail address is none."],

  "presenting.notLead": [409, "{name} is in control."],
  "presenting.noProducer": [409, "The presenter {presenterId} is no producer, or not in the room."],
  "presenting.tooLateToPractise": [409, "There is practice only before the event is live."],
  "presenting.notLive": [409, "The event is not live."],
  "presenting.notLater": [409, "The end can only be moved to a later time."],
  "presenting.tooLong": [409, "An event is {minutes} minutes long at most."],
  "presenting.noMessage": [400, "There is nothing to read in the message."],

  "room.noEntry": [401, "Neither a seat nor a link tells who comes into the room of the event {eventId}."],
  "room.blocked": [403, "This person is kept out of the event {eventId}."],
  "room.unregistered": [403, "This person is not registered for the event {eventId} any more."],
  "room.notOpen": [403, "The event {eventId} has no room: it is over, inactive or no webinar."],
  "room.notAttending": [409, "This person has not come into the event {eventId} yet."],
  "room.left": [409, "This page has left the room of the event {eventId}."],
  "room.noSocket": [426, "Only WebSocket clients are served here; others fetch messages at {path}."],
  "question.unknown": [404, "The question {questionId} doesn't exist."],
  "question.closed": [409, "Questions are not taken now."],
  "question.notAnonymous": [409, "Questions can't be asked anonymously here."],
  "chat.off": [409, "The chat is off."],
  "chat.slow": [429, "The chat is in slow mode."],
  "chat.unknownLine": [404, "There is no line {lineId} in the chat."],
  "chat.noQuestion": [409, "No question can be made of the line {lineId}."],
  "hand.notLive": [409, "Hands can be raised while the event is live."],
  "say.blank": [400, "There is nothing to see in the text."],
  "say.unknown": [400, "There is no such kind of message."],
  "say.notYours": [403, "Messages of the kind {kind} are for others in the room."],
  "say.malformed": [400, "The message is not what {kind} looks like."],
  "say.tooFast": [429, "Too many messages at once."],

  "poll.unknown": [404, "The poll {pollId} doesn't exist."],
  "poll.invalid": [400, "The poll can't be asked like this: {fault}."],
  "poll.hasAnswers": [409, "Whether the poll {pollId} is anonymous can't change any more: people have answered it."],
  "poll.notLive": [409, "The poll {pollId} can't be pushed: the webinar is over."],
  "poll.notPushed": [409, "The poll {pollId} was not pushed yet."],
  "poll.closed": [409, "The poll {pollId} is not open."],
  "poll.changed": [409, "The poll {pollId} asks something else by now."],
  "poll.unfit": [400, "This is no answer to the poll {pollId}."],
  "poll.answered": [409, "The poll {pollId} can be answered only once."],

  "survey.empty": [409, "There is no survey to answer in the event {eventId}."],
  "survey.changed": [409, "The survey of the event {eventId} asks something else by now."],
  "survey.unfit": [400, "This is no answer to the survey question {questionId}."],
  "survey.incomplete": [400, "The survey question {questionId} is not answered."],
  "survey.submitted": [409, "The survey of the event {eventId} can be submitted only once."],

  "registration.closed": [403, "Registration for the event {eventId} is closed."],
  "admission.loginOnly": [403, "Only people who are registered already can log in to the event {eventId}."],
  "admission.password": [403, "The password of the event {eventId} is missing or wrong."],
  "admission.referrer": [403, "Registration for the event {eventId} is not open to visitors of this site."],
  "admission.origin": [403, "Registration for the event {eventId} is not open at this place."],
  "admission.address": [403, "This e-mail address can't be used to register for the event {eventId}."],
  "admission.full": [403, "The event {eventId} is full."],
  "admission.denied": [403, "The registration for the event {eventId} was denied."],
  // No refusals, but all that may be told of people who are no registrants yet.
  "admission.unconfirmed": [
    202,
    "The registration for the event {eventId} waits for the e-mail address to be confirmed.",
  ],
  "admission.pending": [202, "The registration for the event {eventId} waits for approval."],
  "admission.waitlisted": [202, "The event {eventId} is full: the person is on its waiting list."],
  "seamless.eventUnknown": [404, "There is no event with this eventid and key."],
  "seamless.hubUnknown": [404, "There is no hub with this eventId, or no experience with this experienceId."],
  "seamless.nobodyNamed": [400, "The email or extEventUserCd parameter is missing."],
  "seamless.hubUserUnknown": [404, "Nobody in the hub {eventId} has this email or extEventUserCd."],
  "seamless.targetUserUnknown": [404, "Nobody in the experience {eventId} has this email or extEventUserCd."],
  "seamless.blocked": [403, "This person is kept out of the event {eventId}."],
  "seamless.notOpened": [403, "This link registers whoever opens it, so it can't be looked at beforehand."],
  "approval.notPending": [409, "The registrant {registrantId} does not wait for approval."],
  "gate.unknown": [404, "The event {eventId} has no gate {gate}."],
  "gate.invalid": [400, "{faults}"],

  "identityProvider.unknown": [404, "The identity provider {providerId} doesn't exist."],
  "identityProvider.exists": [409, "The client {clientId} has the identity provider {entityId} already."],
  "identityProvider.metadata": [400, "This metadata can't be used: {reason}."],
  "identityProvider.notFetched": [400, "The metadata could not be fetched: {reason}."],
  "identityProvider.noAddress": [409, "The metadata of the identity provider {providerId} came without an address."],
  "serviceProviderKey.unknown": [404, "The key {keyId} doesn't exist."],
  "serviceProviderKey.exists": [409, "The client {clientId} has a next key already: activate or delete it first."],
  "serviceProviderKey.current": [409, "The key {keyId} is in use."],
  "sso.unknown": [404, "There is no such sign-in."],
  "sso.notAccepted": [403, "The sign-in was not accepted."],
  "sso.unsolicited": [403, "This identity provider only signs in people who begin here."],
  "sso.unasked": [403, "This sign-in took too long, or was used already. Please begin again."],
  "sso.declined": [403, "The identity provider did not sign you in."],
  "sso.noTarget": [400, "You are signed in, but the link did not say for what. Please open the page of the event."],
  "sso.noEmail": [403, "The identity provider did not tell your e-mail address."],
  "sso.noUser": [403, "There is no account for you here. Please ask whoever manages your users."],
  "sso.testKey": [403, "This link for a test has expired."],

  "forget.tooMany": [400, "You have exceeded the maximum number of user to be deleted (100,000)"],
  "forgetting.unknown": [404, "The forgetting {forgettingId} doesn't exist."],

  "import.unknown": [404, "The import {importId} doesn't exist."],
  "import.keyReused": [422, "This Idempotency-Key was used for another request."],
  "import.unreadable": [400, "The list can't be read. {fault}."],
  // No refusals of a request, but of a row.
  "import.rowTooLong": [400, "The row has {cells} cells for {columns} columns."],
  "import.rowMalformed": [400, "The line is no JSON object."],
  "import.rowQuotes": [400, "The quotes of the row do not match."],
  "import.rowTooLarge": [400, "The row has more than {most} characters."],
  "import.rowErased": [400, "What the row told was removed before it was worked."],

  "registrant.unknown": [404, "No registrant was found for that email address"],
  "registrant.unknownInEvent": [404, "No registrant was found for that email address and eventId combination"],
  "registrant.unknownId": [404, "The registrant {registrantId} doesn't exist."],
  "registrant.noneByEmail": [404, "The registrant {email} doesn't exist."],
  "lead.unknown": [404, "No lead data was found for that email address"],
  "attendee.unknown": [404, "The attendant {email} doesn't exist."],
  "registrant.deletesItself": [412, "You're trying to soft delete the registrant you're creating."],
  "registrant.eventBegan": [412, "A registrant can't be deleted or restored after the event has started."],
  "registrant.emailBlank": [400, "The email parameter value is blank."],
  "registrant.emailNotFound": [403, "The email provided was not found."],
  "registrant.emailTaken": [400, "New email address matches other registant's email address"],
  "registrant.blockedInvalid": [400, "Invalid value for the inBlocked parameter."],
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

  "parameter.missing": [400, "The {name} parameter is missing."],
  "parameter.invalid": [400, "Invalid value for the {name} parameter."],
  "body.malformed": [400, "The request body could not be read as {type}."],
  "body.charset": [415, "The charset {charset} is not known."],
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

  /**
   * @param otherStatus for the few refusals whose status is a setting.
   * @param cause a fault of ours behind the refusal: it is logged, and the caller does not see it.
   */
  constructor(code: RefusalCode, params: RefusalParams = {}, otherStatus?: number, cause?: unknown) {
    const [status, sentence] = refusals[code];
    super(String(params.ownText ?? fillIn(sentence, params)), cause === undefined ? {} : { cause });
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
