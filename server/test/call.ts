import type { LightMyRequestResponse } from "fastify";
import type { App } from "../src/build-app.ts";
import type { TestToken } from "./builders.ts";

export interface CallOptions {
  form?: Record<string, string | string[]> | string;
  /** Makes the form a multipart one; `field` is "file" unless given. */
  file?: { name: string; content: Buffer | string; field?: string };
  headers?: Record<string, string>;
}

/**
 * One call of the compatible API, path below /v2.
 * @param request `GET /client/1/event?pageoffset=0`
 */
export function call(
  app: App,
  token: TestToken | undefined,
  request: string,
  options: CallOptions = {},
): Promise<LightMyRequestResponse> {
  const [method = "GET", path = ""] = request.split(" ");
  const credentials = token && { accesstokenkey: token.key, accesstokensecret: token.secret };
  const { form, file } = options;
  const isMultipart = file !== undefined;
  const isForm = form !== undefined && !isMultipart && options.headers?.["content-type"] === undefined;
  return app.server.inject({
    method: method as "GET",
    url: path.startsWith("/v2") || path.startsWith("/wcc") ? path : `/v2${path}`,
    headers: {
      ...credentials,
      ...(isForm && { "content-type": "application/x-www-form-urlencoded" }),
      ...(isMultipart && { "content-type": `multipart/form-data; boundary=${BOUNDARY}` }),
      ...options.headers,
    },
    ...(isMultipart && { payload: writeMultipart(file, form) }),
    ...(form !== undefined && !isMultipart && { payload: writeForm(form) }),
  });
}

function writeForm(form: NonNullable<CallOptions["form"]>): string {
  if (typeof form === "string") return form;
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) parameters.append(name, one);
  return parameters.toString();
}

const BOUNDARY = "----lectern-test-boundary";

function writeMultipart(file: NonNullable<CallOptions["file"]>, form: CallOptions["form"] = {}): Buffer {
  const parts: Buffer[] = [];
  const add = (head: string, body: Buffer | string) =>
    parts.push(
      Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(body),
      crlf,
    );
  for (const [name, value] of new URLSearchParams(writeForm(form))) add(`name="${name}"`, value);
  add(
    `name="${file.field ?? "file"}"; filename="${file.name}"\r\ncontent-type: application/octet-stream`,
    file.content,
  );
  return Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}

const crlf = Buffer.from("\r\n");
