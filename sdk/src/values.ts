/** What a parameter can be given as: true and false are sent as Y and N, a Date as its instant in UTC. */
export type Value = string | number | boolean | Date;

/** Fields of a query; an array sends its field once per item, undefined is not sent. */
export type Fields = Readonly<Record<string, Value | readonly Value[] | undefined>>;

/** Fields of a form; one with a Blob or File is sent as multipart/form-data. */
export type FormFields = Readonly<Record<string, Value | Blob | readonly (Value | Blob)[] | undefined>>;

/** A file to upload. What its name ends in must tell its type: a Blob without a name is only taken where that does not matter. */
export type UploadFile = Blob | { readonly name: string; readonly content: Blob | Uint8Array | string };

export function writeQuery(fields: Fields): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of entriesOf(fields)) query.append(name, writeValue(value as Value));
  return query;
}

/** The body that fetch gives the right content type: multipart when a file is among the fields, else urlencoded. */
export function writeForm(fields: FormFields | FormData): URLSearchParams | FormData {
  if (fields instanceof FormData) return fields;
  const entries = [...entriesOf(fields)];
  if (!entries.some(([, value]) => value instanceof Blob)) return writeQuery(fields as Fields);
  const form = new FormData();
  for (const [name, value] of entries) {
    if (value instanceof Blob) form.append(name, value);
    else form.append(name, writeValue(value));
  }
  return form;
}

/** A form with a file in one of its parts. Files on disk are read while they are sent: see `openAsBlob` of node:fs. */
export function writeUpload(fields: FormFields | FormData, part: string, file: UploadFile): FormData {
  const form = new FormData();
  const written = fields instanceof FormData ? fields : writeForm(fields);
  for (const [name, value] of written) append(form, name, value);
  if (file instanceof Blob) append(form, part, file);
  else form.append(part, file.content instanceof Blob ? file.content : new Blob([file.content]), file.name);
  return form;
}

function append(form: FormData, name: string, value: string | Blob): void {
  if (value instanceof Blob) form.append(name, value);
  else form.append(name, value);
}

/**
 * Puts parameters into `/client/{clientId}/event`.
 * @throws TypeError for a parameter that is missing, or that a URL would read as a step up.
 */
export function writePath(path: string, params: Readonly<Record<string, string | number | undefined>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const text = String(params[name] ?? "");
    if (text === "") throw new TypeError(`${path} needs ${name}.`);
    if (text === "." || text === "..") throw new TypeError(`${name} cannot be ${text}.`);
    return encodeURIComponent(text);
  });
}

function* entriesOf(fields: FormFields): Generator<[string, Value | Blob]> {
  for (const [name, value] of Object.entries(fields)) {
    for (const item of Array.isArray(value) ? value : [value])
      if (item !== undefined && item !== null) yield [name, item];
  }
}

function writeValue(value: Value): string {
  if (typeof value === "boolean") return value ? "Y" : "N";
  // The published form has an offset, and neither Z nor fractions.
  if (value instanceof Date) return `${value.toISOString().slice(0, 19)}+00:00`;
  return String(value);
}
