import Type from "typebox";

// Pieces that the schemas of our own API share.

/** An id as callers send it: exact in a double, and inside PostgreSQL's bigint. */
export const id = (description?: string) =>
  Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, ...(description !== undefined && { description }) });
