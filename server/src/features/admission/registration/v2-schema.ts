import Type, { type Static } from "typebox";
import { flag, instant, text } from "../../../http/v2/schema-parts.ts";
import { registrantFields } from "./form/fields.ts";

/** Every personal field as an optional text, by wire name. */
const personal = Object.fromEntries(registrantFields.map(({ wireName, caption }) => [wireName, text(caption)]));

export const RegisterForm = Type.Object({
  ...personal,
  email: text("Who is registered, compared without case; the same address again updates the person"),
  sourceeventid: text("Event that the person came from"),
  isdeleted: flag("Soft-deletes or restores somebody registered, until the event begins"),
});

export const UpdateForm = Type.Object({
  ...personal,
  email: text("Whose registration is changed, compared without case"),
  isblocked: flag("Y keeps the person out of the event, N lets them in again"),
});

export const UpdateClientForm = Type.Object({
  ...personal,
  email: text("A new address; refused when somebody else has it in one of the events"),
  isblocked: flag("Y keeps the person out of the events, N lets them in again"),
});

export const UpdatedRegistrants = Type.Object({ updatedregistrants: Type.Array(Type.Integer()) });

export const RegisterQuery = Type.Object({
  honorrequired: flag("N: fields that the page requires may be missing, even the address"),
  honorvalidation: flag("N: fields with options take any value"),
});

export const UpdateQuery = Type.Object({
  honorrequired: flag("What is not sent stays, and what is required cannot become empty, either way"),
  honorvalidation: RegisterQuery.properties.honorvalidation,
});

const Registrant = Type.Object({
  eventuserid: Type.Integer({ description: "The person in this event" }),
  clientid: Type.Optional(Type.Integer()),
  eventid: Type.Integer(),
  ...personal,
  isblocked: Type.Optional(Type.String()),
  sourceeventid: Type.Optional(Type.Integer()),
  campaigncode: text("Campaign code of the event"),
  ipaddress: text("Where the person registered from"),
  browser: text("Browser the person registered with"),
  os: text("Operating system the person registered with"),
  createtimestamp: instant("Registration"),
  lastactivity: instant("Last change of the registration"),
  userstatus: Type.String({ description: "active, deleted or forgotten" }),
  engagementprediction: text("HIGH, MEDIUM or LOW; of those who have not come in yet, in lists"),
  userprofileurl: Type.String({ description: "What the address has done, for staff who are signed in" }),
});
/** Personal fields are texts by their wire names. */
export type Registrant = Pick<
  Static<typeof Registrant>,
  "eventuserid" | "eventid" | "createtimestamp" | "lastactivity" | "userstatus" | "userprofileurl"
> &
  Record<string, unknown>;

export const RegisteredPerson = Registrant;

const paging = { pagecount: Type.Optional(Type.Integer()), currentpage: Type.Optional(Type.Integer()) };

export const EventRegistrants = Type.Object({
  eventid: Type.Integer(),
  totalregistrants: Type.Integer(),
  ...paging,
  registrants: Type.Array(Registrant),
});

export const ClientRegistrants = Type.Object({
  clientid: Type.Integer(),
  totalregistrants: Type.Integer(),
  ...paging,
  registrants: Type.Array(Registrant),
});

export const RegistrantByEmail = Type.Object({ registrant: Registrant });

export const RegistrationFields = Type.Object({
  registrationfields: Type.Array(
    Type.Object({
      fieldid: Type.String(),
      fieldcaption: Type.String(),
      fieldtype: Type.String(),
      validationtype: Type.String(),
      required: Type.String({ description: "Y or N" }),
      options: Type.Optional(Type.Array(Type.String())),
    }),
  ),
});
