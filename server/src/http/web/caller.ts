import type { FastifyRequest } from "fastify";
import { bearerKey } from "../bearer-key.ts";
import { type Right, rights } from "./rights.ts";

/** Who calls our own API: the operator, a member of staff who is signed in, or a service. */
export interface Caller {
  readonly actor: Actor;
  readonly grants: readonly Grant[];
}

/** As the record of changes names callers. */
export type Actor = "operator" | `user:${number}` | `service:${number}`;

/** Rights at a client and at all clients below it; without a client, everywhere. */
export interface Grant {
  readonly clientId?: number;
  readonly rights: ReadonlySet<Right>;
}

/** The client of a path, as far as rights are about it. */
export interface ClientRef {
  readonly id: number;
  /** The clients above and this one itself, outermost first. */
  readonly path: readonly number[];
}

/** Finds who calls by what a request brings with it; undefined where it brings nothing that counts. */
export type Identify = (request: FastifyRequest) => Caller | undefined | Promise<Caller | undefined>;

/** By the key that a request brings, whether it is a good one or not; by its session otherwise. */
export function byKeyOrSession(byKey: Identify, bySession: Identify): Identify {
  return (request) => (request.headers.authorization === undefined ? bySession(request) : byKey(request));
}

/** Whoever has the installation's key may do everything. */
export function operatorByKey(operatorKey: string): Identify {
  const isOperator = bearerKey(operatorKey);
  const operator: Caller = { actor: "operator", grants: [{ rights: new Set(Object.keys(rights) as Right[]) }] };
  return ({ headers }) => (isOperator(headers) ? operator : undefined);
}

/** Whether anything at a client is the caller's business. */
export function reaches({ grants }: Caller, client: ClientRef): boolean {
  return grants.some((grant) => covers(grant, client));
}

/** @param client undefined for what belongs to no client. */
export function mayDo({ grants }: Caller, right: Right, client: ClientRef | undefined): boolean {
  return grants.some((grant) => grant.rights.has(right) && covers(grant, client));
}

function covers({ clientId }: Grant, client: ClientRef | undefined): boolean {
  return clientId === undefined || (client?.path.includes(clientId) ?? false);
}
