import Type from "typebox";
import { id } from "../../../../http/web/schema-parts.ts";
import { registrantFields } from "../../../admission/registration/form/fields.ts";
import { MOST_METADATA_BYTES } from "../saml/idp-metadata.ts";

const name = Type.String({ minLength: 1, maxLength: 200 });
const purpose = Type.Union([Type.Literal("audience"), Type.Literal("staff")]);
const purposes = Type.Array(purpose, { minItems: 1, maxItems: 2, uniqueItems: true });

const mapping = Type.Object(
  Object.fromEntries(registrantFields.map((field) => [field.name, Type.Optional(Type.String({ maxLength: 500 }))])),
  {
    additionalProperties: false,
    description: "Registrant field -> attribute that fills it; empty for none. The usual names where nothing is said.",
  },
);

const settings = {
  attributes: Type.Optional(mapping),
  isActive: Type.Optional(Type.Boolean({ description: "Otherwise only test logins work; true unless given" })),
  areRequestsSigned: Type.Optional(Type.Boolean({ description: "True unless given" })),
  isUnsolicitedAllowed: Type.Optional(
    Type.Boolean({ description: "Whether it signs in people who began there, not here; false unless given" }),
  ),
  createsUsers: Type.Optional(
    Type.Boolean({ description: "Whether unknown staff becomes a user without permissions; false unless given" }),
  ),
  metadata: Type.Optional(Type.String({ maxLength: MOST_METADATA_BYTES, description: "SAML 2.0 metadata, XML" })),
  metadataUrl: Type.Optional(
    Type.String({
      maxLength: 2000,
      pattern: "^https?://[^\\s\\u0000]+$",
      description: "Where the metadata is, instead; read every night",
    }),
  ),
};

export const NewProvider = Type.Object({ name, purposes, ...settings }, { additionalProperties: false });

export const ProviderChange = Type.Object(
  { name: Type.Optional(name), purposes: Type.Optional(purposes), ...settings },
  { additionalProperties: false, minProperties: 1 },
);

const Certificate = Type.Object({
  fingerprint: Type.String({ description: "SHA-256" }),
  expiresAt: Type.Optional(Type.String({ format: "date-time" })),
});

export const Provider = Type.Object(
  {
    providerId: Type.Integer(),
    clientId: Type.Integer(),
    name: Type.String(),
    purposes: Type.Array(Type.String()),
    entityId: Type.String(),
    ssoUrl: Type.String(),
    sloUrl: Type.Optional(Type.String()),
    certificates: Type.Array(Certificate),
    attributes: Type.Record(Type.String(), Type.String()),
    isActive: Type.Boolean(),
    areRequestsSigned: Type.Boolean(),
    isUnsolicitedAllowed: Type.Boolean(),
    createsUsers: Type.Boolean(),
    metadataUrl: Type.Optional(Type.String()),
    metadataFetchedAt: Type.Optional(Type.String({ format: "date-time" })),
    metadataFault: Type.Optional(Type.String({ description: "Why the last reading failed" })),
    loginUrl: Type.String({ description: "For staff; for the audience of an event, add ?event=ID&key=AUDIENCEKEY" }),
  },
  { title: "IdentityProvider" },
);

const ProviderKey = Type.Object({
  keyId: Type.Integer(),
  state: Type.String({ description: "next, current or old" }),
  certificate: Type.String({ description: "X.509, PEM" }),
  fingerprint: Type.String({ description: "SHA-256" }),
  expiresAt: Type.String({ format: "date-time" }),
});

export const ServiceProviderAnswer = Type.Object(
  {
    entityId: Type.String({ description: "Also called identifier or audience" }),
    metadataUrl: Type.String(),
    acsUrl: Type.String({ description: "Also called reply or single sign-on URL" }),
    sloUrl: Type.String({ description: "Also called logout URL" }),
    keys: Type.Array(ProviderKey),
  },
  { title: "ServiceProvider" },
);

export const TestOptions = Type.Object(
  { eventId: Type.Optional(id("Whose registration page says which fields are needed")) },
  { additionalProperties: false },
);

export const TestLink = Type.Object({ url: Type.String(), expiresAt: Type.String({ format: "date-time" }) });
