import Type from "typebox";

// Pieces that the schemas of many operations share. Parameters are text on the wire and read by flags.ts, paging.ts ...

export const text = (description: string) => Type.Optional(Type.String({ description }));

export const flag = (description: string) => text(`${description}: Y or N`);

export const instant = (description: string) =>
  Type.String({ description: `${description}; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific` });
