import { Readable } from "node:stream";
import type { Operation } from "@lectern/contract/operations";
import { wordings } from "@lectern/contract/refusals";
import type { FastifyReply, FastifyRequest } from "fastify";
import { fillIn, type Refusal } from "../../errors.ts";
import { toXml, wantsXml } from "./xml.ts";

/** An answer whose lists may be produced while they are sent. */
export type Streamable<Answer> = {
  [Key in keyof Answer]: Answer[Key] | (Answer[Key] extends readonly (infer Item)[] ? AsyncIterable<Item> : never);
};

const XML_ROOT = "response";

/** Sends an operation's answer as JSON, or as XML where the operation offers it. */
export async function sendAnswer(request: FastifyRequest, reply: FastifyReply, operation: Operation, answer: object) {
  const streamedKey = Object.keys(answer).find((key) => isAsyncIterable((answer as Record<string, unknown>)[key]));
  const isXml = operation.xml && wantsXml(request.headers.accept);
  if (streamedKey === undefined) return isXml ? sendXml(reply, answer) : reply.send(answer);
  // HTTP/1.0 knows no chunks: its callers get an answer with a length. XML is built whole.
  if (isXml || request.raw.httpVersion === "1.0") {
    const whole = {
      ...answer,
      [streamedKey]: await collect((answer as Record<string, AsyncIterable<unknown>>)[streamedKey]),
    };
    return isXml ? sendXml(reply, whole) : reply.send(whole);
  }
  return reply
    .type("application/json; charset=utf-8")
    .send(Readable.from(writeJson(answer as Record<string, unknown>)));
}

/** A refusal in the words that the operation's family is published with. */
export function sendRefusal(request: FastifyRequest, reply: FastifyReply, refusal: Refusal, operation?: Operation) {
  const worded = operation && wordings[operation.wording][refusal.code];
  const answer = { message: worded ? fillIn(worded.sentence, refusal.params) : refusal.message };
  reply.status(worded?.status ?? refusal.status);
  if (operation?.xml && wantsXml(request.headers.accept)) return sendXml(reply, answer);
  return reply.type("application/json; charset=utf-8").send(JSON.stringify(answer));
}

function sendXml(reply: FastifyReply, answer: object) {
  return reply
    .type("application/xml; charset=utf-8")
    .serializer((text: string) => text)
    .send(toXml(answer, XML_ROOT));
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

async function collect(items: AsyncIterable<unknown> | undefined): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const item of items ?? []) all.push(item);
  return all;
}

const CHUNK_CHARACTERS = 64 * 1024;

async function* writeJson(answer: Record<string, unknown>): AsyncGenerator<string> {
  let text = "{";
  for (const [index, [key, value]] of Object.entries(answer).entries()) {
    text += `${index === 0 ? "" : ","}${JSON.stringify(key)}:`;
    if (!isAsyncIterable(value)) {
      text += JSON.stringify(value);
      continue;
    }
    text += "[";
    let separator = "";
    for await (const item of value) {
      text += separator + JSON.stringify(item);
      separator = ",";
      if (text.length > CHUNK_CHARACTERS) {
        yield text;
        text = "";
      }
    }
    text += "]";
  }
  yield `${text}}`;
}
