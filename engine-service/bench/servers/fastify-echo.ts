import fastify from "fastify";
import { tellAddress } from "./tell-address.ts";

/** fastify as its guide shows it, with all defaults. */
const app = fastify();
app.post("/evaluate", async (request) => request.body);
await app.listen({ port: 0, host: "127.0.0.1" });
tellAddress(app.server.address());
