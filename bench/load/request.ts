/** What every request of a load is; `{n}` in the path or body becomes a number of its own in each request. */
export interface RequestShape {
  /** POST when not given. */
  readonly method?: "GET" | "POST";
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const DIGITS = 12;

/** The bytes of requests one after the other, in one buffer that is reused: send each before asking for the next. */
export function createRequestWriter(shape: RequestShape, firstNumber: number): () => Buffer {
  const body = shape.body.replace("{n}", "#".repeat(DIGITS));
  const path = shape.path.replace("{n}", "#".repeat(DIGITS));
  const headers = {
    host: `${shape.host}:${shape.port}`,
    ...shape.headers,
    "content-length": Buffer.byteLength(body),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const bytes = Buffer.from(`${shape.method ?? "POST"} ${path} HTTP/1.1\r\n${lines.join("")}\r\n${body}`);
  const at = bytes.indexOf("#".repeat(DIGITS));
  let number = firstNumber;
  return () => {
    bytes.write(String(number++).padStart(DIGITS, "0"), at, "latin1");
    return bytes;
  };
}
