import express from "express";
import { tellAddress } from "./tell-address.ts";

/** Express as its guide shows it, with all defaults. */
const app = express();
app.use(express.json());
app.post("/evaluate", (request, response) => {
  response.json(request.body);
});
const server = app.listen(0, "127.0.0.1", () => tellAddress(server.address()));
