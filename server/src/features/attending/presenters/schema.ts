import Type from "typebox";
import { presenterRoles } from "./queries.ts";

const name = Type.String({ minLength: 1, maxLength: 255 });
const email = Type.String({ maxLength: 254 });
const role = Type.Enum([...presenterRoles]);

export const Presenter = Type.Object({
  presenterId: Type.Integer(),
  firstName: Type.String(),
  lastName: Type.String(),
  email: Type.String(),
  role,
  createdAt: Type.String({ format: "date-time" }),
});

export const NewPresenter = Type.Object(
  { firstName: name, lastName: name, email, role },
  { additionalProperties: false },
);

export const PresenterChange = Type.Partial(NewPresenter, { additionalProperties: false });

export const DeskLink = Type.Object({
  deskUrl: Type.String({ description: "The presenter's own; whoever has it presents in their name" }),
});
