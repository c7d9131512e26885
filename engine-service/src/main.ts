import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { pino } from "pino";
import { createApp } from "./app.ts";
import { isLoopback, readConfig } from "./config.ts";
import { curlFor } from "./demo/acme-outfitters.ts";
import { plantDemo } from "./demo/plant-demo.ts";
import { serverFor } from "./http/server-for.ts";
import { shutDown } from "./shut-down.ts";
import type { Storage } from "./storage/collection.ts";
import { openEmbeddedStorage } from "./storage/embedded-storage.ts";
import { connectMongoStorage } from "./storage/mongo-storage.ts";
import { wire } from "./wire.ts";

const SCREENS = fileURLToPath(new URL("../../rule-builder-ui/dist", import.meta.url));

/** A client that sends or takes nothing for so long is cut off; a stream of events may otherwise last as long as it likes. */
const STALLED_AFTER_MS = 120_000;

const OPEN = "Anyone on this machine may change everything; make an admin key on the Access screen to require sign-in.";

/**
 * Left alone, V8 lets garbage grow to as much as lives before it looks for it: 100 programs of 1,000 groups took 410 MB,
 * of which 150 were in use. With a quarter they take 270.
 */
setFlagsFromString("--heap-growing-percent=25");

const environment = readConfig(process.env);
if (!environment.ok) leave(environment.faults.join("\n"));
const { port, host, dataDir, mongoUri, adminKey, demo, countryHeader, logLevel } = environment.config;
const log = pino({ level: logLevel });

const storage = await openStorage();
const rooms = wire({ storage, now: () => new Date(), log, adminKey, mayBeOpen: isLoopback(host), countryHeader });
const server = serverFor(createApp(rooms, SCREENS), { requestTimeout: 0 });
server.timeout = STALLED_AFTER_MS;
server.once("error", (error: NodeJS.ErrnoException) => {
  const where = `${host}:${port}`;
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} is in use. Stop what listens there, or set PORT to another one.`,
    EACCES: `Listening on ${where} is not allowed here. Set PORT to one above 1023.`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Set HOST to one it has.`,
    ENOTFOUND: `There is no host ${host}. Set HOST to an address of this machine.`,
  };
  void storage
    .close()
    .finally(() => leave(sentences[error.code ?? ""] ?? `Cannot listen on ${where}: ${error.message}`));
});
server.listen(port, host, () => void begin());

async function openStorage(): Promise<Storage> {
  if (mongoUri !== undefined) return connectMongoStorage(mongoUri);
  try {
    return await openEmbeddedStorage(dataDir, (message, details) => log.warn(details, message));
  } catch (error) {
    const { name, message } = error as Error;
    leave(name === "DirectoryInUse" ? message : `The data directory ${dataDir} cannot be used: ${message}`);
  }
}

async function begin() {
  const listening = server.address();
  const shownPort = typeof listening === "object" && listening ? listening.port : port;
  const address = `http://${host.includes(":") ? `[${host}]` : host}:${shownPort}`;
  shutDown({ server, storage, rooms });
  await rooms.refresher.start();
  if (rooms.known.readiness === "starting") console.log(`Listening at ${address}, and waiting for the store.`);
  // Until then nobody comes in without the environment's key, so waiting for the store leaves nothing open.
  await rooms.refresher.ready;
  if (!isLoopback(host) && !rooms.access.hasAdmin) await refuseToBeOpen();
  await rooms.journal.start();
  void rooms.catchUp.start();
  void rooms.bulkEditRunner.start(rooms);
  void rooms.payoutRunner.start(rooms);
  const planted = demo && (await plantDemo(rooms).catch(withoutDemo));
  const signIn = rooms.access.signIn === "required";
  const withKey = signIn ? ", with a key in FIRSTMATCH_KEY" : "";
  const example = planted ? `\n\nIt decides; try${withKey}:\n\n${curlFor(address, signIn)}\n` : "";
  // In one piece: whoever waits for the address may read on at once.
  console.log(`Firstmatch is at ${address}${signIn ? "" : `\n${OPEN}`}${example}`);
}

async function refuseToBeOpen(): Promise<never> {
  rooms.refresher.stop();
  await storage.close();
  leave(
    `Other machines can reach ${host}, and there is no admin key yet: whoever reached it could change payouts. Set FIRSTMATCH_ADMIN_KEY to a key of at least 32 characters, or start with HOST=127.0.0.1 first and make an admin key on the Access screen.`,
  );
}

/** The service is of use without it. */
function withoutDemo(error: unknown): false {
  log.error({ err: error }, "the demo program could not be made");
  return false;
}

/** Ends with a plain sentence instead of a stack trace. */
function leave(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
