import { createServer } from "node:http";
import { WebSocketServer } from "ws";

// The limit: a server that lets everybody in, answers each sign of life, and tells a text to all, with nothing behind it.

const server = createServer();
const rooms = new WebSocketServer({ server, perMessageDeflate: false, clientTracking: true });
rooms.on("connection", (socket) => {
  socket.send('{"kind":"welcome","seq":0,"state":{},"mine":{}}');
  socket.on("message", (data) => {
    const { id } = JSON.parse(String(data)) as { id: number };
    socket.send(JSON.stringify({ kind: "done", re: id, at: Date.now() }));
  });
});
process.on("message", (text: string) => {
  for (const socket of rooms.clients) socket.send(text);
});
server.listen({ port: Number(process.env.PORT ?? 0), host: "127.0.0.1", backlog: 4096 }, () => {
  const address = server.address();
  if (typeof address === "object" && address) console.log(`listening on ${address.port}`);
  process.send?.("listening");
});
