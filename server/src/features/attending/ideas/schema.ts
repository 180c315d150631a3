import Type from "typebox";
import { MAX_NAME } from "../../webinars/console/limits.ts";

const strict = { additionalProperties: false };
const title = Type.String({ minLength: 1, maxLength: MAX_NAME, pattern: "^\\s*[^\\s\\u0000][^\\u0000]*$" });

export const NewTopic = Type.Object({ title }, strict);
export const TopicChanges = Type.Object(
  {
    title: Type.Optional(title),
    position: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1_000_000, description: "Place among the topics, from 1" }),
    ),
  },
  { ...strict, minProperties: 1 },
);

export const Topic = Type.Object({ topicId: Type.Integer(), title: Type.String() });
export const TopicList = Type.Object({ topics: Type.Array(Topic, { description: "In their order" }) });
