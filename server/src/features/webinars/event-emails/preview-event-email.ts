import type { Db } from "../../../db/database.ts";
import { fail } from "../../../errors.ts";
import { inLanguageOf } from "../events/event-language.ts";
import { addressesOf } from "./addresses.ts";
import { eventEmailTextsFor } from "./default-texts.ts";
import { findEventEmail, findMailedEvent, findRecipient, type Recipient } from "./queries.ts";
import { type RenderedMail, renderMail } from "./render-mail.ts";

/** Somebody to show a mail for before anybody has registered. */
const sampleRecipient: Recipient = {
  id: 100000000,
  email: "sam.sample@example.com",
  firstName: "Sam",
  lastName: "Sample",
  company: "Sample Company",
  jobTitle: "Head of Samples",
  languageCode: null,
};

/** Looks like a personal link, and opens nothing: a preview is passed around. */
const PREVIEW_KEY = "preview";

/** An event's e-mail as a registrant would get it, or as the sample person would. */
export async function previewEventEmail(
  db: Db,
  publicUrl: string,
  place: { clientId: number; eventId: number; emailId: number },
  registrantId: number | undefined,
): Promise<RenderedMail> {
  const { clientId, eventId, emailId } = place;
  const event = (await findMailedEvent(db, clientId, eventId)) ?? fail("event.unknown", { eventId });
  const email = (await findEventEmail(db, clientId, eventId, emailId)) ?? fail("eventEmail.unknown", { emailId });
  const recipient =
    registrantId === undefined
      ? sampleRecipient
      : ((await findRecipient(db, clientId, eventId, registrantId)) ?? fail("registrant.unknownId", { registrantId }));
  const spoken = inLanguageOf(event, recipient.languageCode);
  const addresses = addressesOf(publicUrl, event, PREVIEW_KEY);
  return renderMail(eventEmailTextsFor(email, event, spoken), { event: spoken, recipient, addresses });
}
