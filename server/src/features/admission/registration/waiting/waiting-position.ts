import type { WaitingPosition } from "./waiting-queries.ts";

/** A position as it travels in addresses; nobody need understand it. */
export function writePosition({ order, id }: WaitingPosition): string {
  return Buffer.from(`${order}.${id}`).toString("base64url");
}

/** Undefined for what we never wrote. */
export function readPosition(text: string): WaitingPosition | undefined {
  const [, order, id] = /^(\d{1,15})\.(\d{1,15})$/.exec(Buffer.from(text, "base64url").toString()) ?? [];
  return order !== undefined && id !== undefined ? { order: Number(order), id: Number(id) } : undefined;
}
