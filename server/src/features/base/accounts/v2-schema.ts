import Type, { type Static } from "typebox";

export type SubClient = { id: number; name: string; subclients?: SubClient[] };

export const SubClients = Type.Object({
  clientname: Type.String(),
  // Nested to any depth, which the serialiser knows no schema for.
  subclients: Type.Array(
    Type.Unsafe<SubClient>({
      type: "object",
      additionalProperties: true,
      description: "id, name, and subclients of the same shape where there are any",
    }),
  ),
});

export const Users = Type.Object({
  users: Type.Array(
    Type.Object({
      name: Type.String(),
      userName: Type.String(),
      email: Type.String(),
      jobTitle: Type.Optional(Type.String()),
      type: Type.String(),
      account: Type.String(),
      lastLoginDate: Type.Optional(Type.String({ description: "YYYY-MM-DD, Pacific" })),
      clientId: Type.Integer(),
      permissions: Type.Optional(Type.Record(Type.String(), Type.Boolean())),
    }),
  ),
});
export type User = Static<typeof Users>["users"][number];
