import Type from "typebox";
import { id } from "../../../http/web/schema-parts.ts";
import { permissions } from "./permissions.ts";

const name = Type.String({ minLength: 1, maxLength: 200 });
const Permissions = Type.Array(Type.Union(permissions.map((permission) => Type.Literal(permission))), { maxItems: 50 });

export const NewClient = Type.Object(
  {
    name,
    id: Type.Optional(Type.Integer({ minimum: 1, maximum: 999_999_999_999 })),
    parentId: Type.Optional(id()),
  },
  { additionalProperties: false },
);

export const NewUser = Type.Object(
  {
    userName: name,
    name,
    email: Type.String({ pattern: "^[^\\s@\\u0000]+@[^\\s@\\u0000]+$", maxLength: 254 }),
    jobTitle: Type.Optional(name),
    type: Type.Optional(Type.Union([Type.Literal("Platform Login"), Type.Literal("Contributor")])),
    password: Type.Optional(Type.String({ minLength: 12, maxLength: 1000 })),
    permissions: Type.Optional(Permissions),
  },
  { additionalProperties: false },
);

/** What may be changed of a user; the address stays, as it is where links to set a password go. */
export const UserChange = Type.Object(
  {
    name: Type.Optional(name),
    jobTitle: Type.Optional(name),
    permissions: Type.Optional(Permissions),
    isActive: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);

export const StaffUser = Type.Object({
  userId: Type.Integer(),
  userName: Type.String(),
  name: Type.String(),
  email: Type.String(),
  jobTitle: Type.Optional(Type.String()),
  type: Type.String(),
  permissions: Type.Array(Type.String()),
  isActive: Type.Boolean(),
  hasPassword: Type.Boolean({ description: "Whether the user can sign in by one" }),
  lastLoginAt: Type.Optional(Type.String({ format: "date-time" })),
});

export const NewToken = Type.Object(
  {
    name,
    access: Type.Array(Type.String(), { minItems: 1, description: "Names of rights, or all" }),
    userName: Type.Optional(name),
  },
  { additionalProperties: false },
);

export const IssuedToken = Type.Object({
  tokenId: Type.Integer(),
  clientId: Type.Integer(),
  key: Type.String({ description: "32 upper-case hex digits" }),
  secret: Type.String({ description: "128 lower-case hex digits; shown only now" }),
});

export const Token = Type.Object({
  tokenId: Type.Integer(),
  clientId: Type.Integer(),
  name: Type.String(),
  key: Type.String(),
  access: Type.Array(Type.String()),
  isActive: Type.Boolean(),
  createdAt: Type.String({ format: "date-time" }),
  lastUsedAt: Type.Optional(Type.String({ format: "date-time" })),
  disabledBecause: Type.Optional(Type.String({ description: "operator or idle" })),
});
