import type { FastifyRequest } from "fastify";
import { readMultipart } from "../bodies.ts";
import { decodeBody, emptyFields, type Fields, parseUrlEncoded } from "../forms.ts";

/** What a form sent, by canonical name; files in it are read past. What is no form holds no names we know. */
export async function readForm(request: FastifyRequest): Promise<Fields> {
  if (request.isMultipart()) return (await readMultipart(request)).form;
  const { body, headers } = request;
  return Buffer.isBuffer(body) ? parseUrlEncoded(decodeBody(body, headers["content-type"])) : emptyFields();
}
