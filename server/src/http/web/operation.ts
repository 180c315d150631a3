import type { Static, TObject, TSchema } from "typebox";
import type { ReceivedFile, Upload } from "./bodies.ts";
import type { Actor, ClientRef } from "./caller.ts";
import type { Group } from "./groups.ts";
import type { Right } from "./rights.ts";

/** `PUT /clients/{clientId}/hubs/{hubId}`, below /api. What ends in Id is an id, other parameters are text. */
export type Route = `${"GET" | "POST" | "PUT" | "PATCH" | "DELETE"} /${string}`;

/** The event of a path. */
export interface EventRef {
  readonly id: number;
  readonly clientId: number;
}

/** An operation as a feature builds it. The schemas say what is taken and told; nothing else reaches `handle`, or leaves it. */
export interface OperationDefinition<Path extends Route, Query, Headers, Body, File, Answer> {
  readonly route: Path;
  readonly right: Right;
  /** Where the reference shows it. */
  readonly group: Group;
  readonly summary: string;
  readonly description?: string;
  readonly query?: Query;
  readonly headers?: Headers;
  /** Of JSON. */
  readonly body?: Body;
  /** Bytes of JSON; a megabyte unless given. */
  readonly bodyLimit?: number;
  /** A body that is a file, instead of JSON or beside it. */
  readonly upload?: File;
  /** Without one, the answer is a 204. */
  readonly answer?: Answer;
  /** 200 unless given. */
  readonly status?: 201 | 202;
  /** Where what was made can be read: a path below /api, filled from the call's path and the answer. */
  readonly location?: string;
  handle(call: Call<Path, Query, Headers, Body, File>): Promise<Answered<Answer>> | Answered<Answer>;
}

/** What a handler gets: the caller is known and has the right; client and event exist, and belong to each other. */
export type Call<Path extends Route, Query, Headers, Body, File> = {
  readonly actor: Actor;
  /** Whether the caller has another right here too, which decides what is told. */
  may(right: Right): boolean;
  /** Path parameters beside clientId and eventId. */
  readonly params: ParamsOf<Path>;
  readonly query: Given<Query>;
  readonly headers: Given<Headers>;
} & PlacesOf<Path> &
  BodyOf<Body, File>;

type Given<Schema> = Schema extends TSchema ? Static<Schema> : undefined;

/** Without a schema nothing is told, whatever the handler comes back with. */
type Answered<Schema> = Schema extends TSchema ? Static<Schema> : unknown;

type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

type ParamsOf<Path extends string> = {
  readonly [Name in Exclude<NamesIn<Path>, "clientId" | "eventId">]: Name extends `${string}Id` ? number : string;
};

type PlacesOf<Path extends string> = ("clientId" extends NamesIn<Path> ? { readonly client: ClientRef } : unknown) &
  ("eventId" extends NamesIn<Path> ? { readonly event: EventRef } : unknown);

/** What can be sent in two ways comes in one of them. */
type BodyOf<Body, File> = File extends Upload
  ? Body extends TSchema
    ? JsonBody<Body> | FileBody
    : { readonly file: ReceivedFile }
  : { readonly body: Given<Body> };

interface JsonBody<Body extends TSchema> {
  readonly body: Static<Body>;
  readonly file: undefined;
}

interface FileBody {
  readonly body: undefined;
  readonly file: ReceivedFile;
}

/** Where features register the operations of our own API. */
export interface Web {
  operation<
    const Path extends Route,
    Query extends TObject | undefined = undefined,
    Headers extends TObject | undefined = undefined,
    Body extends TSchema | undefined = undefined,
    File extends Upload | undefined = undefined,
    Answer extends TSchema | undefined = undefined,
  >(id: string, definition: OperationDefinition<Path, Query, Headers, Body, File, Answer>): void;
}

/** A definition, when what it is of does not matter. */
export type AnyDefinition = OperationDefinition<
  Route,
  TObject | undefined,
  TObject | undefined,
  TSchema | undefined,
  Upload | undefined,
  TSchema | undefined
>;
