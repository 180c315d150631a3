import type { LanguageCode } from "@lectern/texts/languages";
import { readerLanguage } from "@lectern/texts/reader-language";
import type { FastifyReply, FastifyRequest } from "fastify";
import { addField, emptyFields, type Fields, one } from "../forms.ts";
import { siteOf } from "../own-site.ts";

/** The parameters that a path names: `/wcc/r/:id/:key` has id and key. */
export type ParamsOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { readonly [Key in Name]: string } & ParamsOf<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? { readonly [Key in Name]: string }
    : unknown;

export interface ShowOptions {
  readonly status?: number;
  /** Whether the page is for everybody: browsers may keep it, and its links tell where they were followed. */
  readonly isOpen?: boolean;
  /** Whether pictures may come from other sites. */
  readonly showsForeignImages?: boolean;
}

/** One request for a page, and how it is answered. Nobody keeps an answer or learns its address, unless it is open. */
export class Visit<Params = unknown> {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly publicUrl: string;
  /** What was sent, by canonical name. */
  form: Fields = emptyFields();
  /** What the page is about, as soon as it is known: its language is that of readers who name none. */
  about: { readonly languageCode: string; readonly embedOrigins: readonly string[] } | undefined;
  #query: Fields | undefined;

  constructor(request: FastifyRequest, reply: FastifyReply, publicUrl: string) {
    this.request = request;
    this.reply = reply;
    this.publicUrl = publicUrl;
    reply.headers(secretHeaders);
  }

  get params(): Params {
    return this.request.params as Params;
  }

  /** What came in the address, by canonical name, as well as it can be read. */
  get query(): Fields {
    this.#query ??= readAddress(this.request.url);
    return this.#query;
  }

  /** In which the visitor is told that there is nothing to see. */
  get language(): LanguageCode {
    const asked = one(this.form, "lang") ?? one(this.query, "lang");
    const acceptLanguage = this.request.headers["accept-language"];
    return readerLanguage({ asked, acceptLanguage, event: this.about?.languageCode });
  }

  /** Whose page sent the browser here, as far as it tells. */
  get site(): "own" | "foreign" | "unknown" {
    return siteOf(this.request, this.publicUrl);
  }

  /** Answers with a page made by `page`. */
  show(
    text: string | Buffer,
    { status = 200, isOpen = false, showsForeignImages = false }: ShowOptions = {},
  ): FastifyReply {
    if (isOpen) this.open();
    const { isFramable } = this.request.routeOptions.config.pageRules ?? {};
    const framedBy = (isFramable && this.about?.embedOrigins) || [];
    return this.reply
      .status(status)
      .headers({
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": contentPolicy(showsForeignImages, framedBy),
      })
      .send(text);
  }

  /** Leads the browser on, which asks by GET. */
  leadTo(address: string): FastifyReply {
    return this.reply.redirect(address, 303);
  }

  /** Lets browsers keep the answer, asking each time whether it is still good. */
  open(): FastifyReply {
    return this.reply
      .headers({ "Cache-Control": "no-cache", "Referrer-Policy": "strict-origin-when-cross-origin" })
      .removeHeader("X-Robots-Tag");
  }
}

/** A parameter that some campaign's tool has broken keeps nobody out. Node hands over unescaped bytes one by one. */
function readAddress(url: string): Fields {
  const fields = emptyFields();
  const start = url.indexOf("?");
  if (start === -1) return fields;
  const text = Buffer.from(url.slice(start + 1), "latin1").toString();
  for (const [name, value] of new URLSearchParams(text)) addField(fields, name, value.replaceAll("\0", ""));
  return fields;
}

/** The address itself opens something: no other site may learn it, and nobody may keep the answer. */
const secretHeaders = {
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer",
  "X-Robots-Tag": "noindex, nofollow",
  "X-Content-Type-Options": "nosniff",
};

/** Only our own files, and video that a player assembles; no inline script or style, nobody else's frame. */
function contentPolicy(foreignImages: boolean, framedBy: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data:${foreignImages ? " https: http:" : ""}`,
    "media-src 'self' blob:",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    ["frame-ancestors 'self'", ...framedBy].join(" "),
  ].join("; ");
}
