import { createServer } from "node:http";
import { tellAddress } from "./tell-address.ts";

/** The least that any batch service in Node does: parses each line, prints it, answers in one piece. */
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const lines = Buffer.concat(chunks).toString().split("\n");
    const text = lines.map((line) => (line === "" ? "" : JSON.stringify(JSON.parse(line)))).join("\n");
    response.writeHead(200, { "Content-Type": "application/x-ndjson", "Content-Length": Buffer.byteLength(text) });
    response.end(text);
  });
});
server.listen(0, "127.0.0.1", () => tellAddress(server.address()));
