import { createServer, type Socket } from "node:net";

// An SMTP server as a program of its own that takes every mail and keeps nothing but counts: as quick as one can be, so
// that it is never what is measured. `STAT`, a command of its own, tells what has arrived.

const ids = new Set<string>();
let mails = 0;
let firstAt = 0;
let lastAt = 0;

const END = "\r\n.\r\n";

function converse(socket: Socket): void {
  socket.setNoDelay(true);
  socket.setEncoding("latin1");
  let received = "";
  let isData = false;
  const take = (): string | undefined => {
    const mark = isData ? END : "\r\n";
    const end = received.indexOf(mark);
    if (end < 0) return undefined;
    const text = received.slice(0, end);
    received = received.slice(end + mark.length);
    return text;
  };
  socket.on("error", () => {});
  socket.on("data", (chunk: string) => {
    received += chunk;
    let answers = "";
    for (let text = take(); text !== undefined; text = take()) {
      answers += isData ? takeMail(text) : answer(text);
      isData = !isData && /^DATA$/i.test(text);
    }
    if (answers !== "") socket.write(answers);
  });
  socket.write("220 sink\r\n");
}

function takeMail(text: string): string {
  const now = performance.now();
  if (mails === 0) firstAt = now;
  lastAt = now;
  mails += 1;
  ids.add(/^Message-ID: (.*)$/im.exec(text)?.[1] ?? "");
  return "250 taken\r\n";
}

function answer(command: string): string {
  const [word = ""] = command.toUpperCase().split(" ");
  if (word === "EHLO") return "250-sink\r\n250-8BITMIME\r\n250 PIPELINING\r\n";
  if (word === "DATA") return "354 go on\r\n";
  if (word === "STAT")
    return `250 ${JSON.stringify({ mails, unique: ids.size, seconds: (lastAt - firstAt) / 1000 })}\r\n`;
  if (word === "ZERO") {
    mails = 0;
    ids.clear();
  }
  return "250 ok\r\n";
}

const server = createServer(converse).listen(0, "127.0.0.1", () => {
  const { port } = server.address() as { port: number };
  console.log(`listening on ${port}`);
});
