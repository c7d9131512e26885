// A server for the storage tests that speaks MongoDB's wire protocol: given, started, or fetched.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { atExit, root, run, startServer, which } from "./steps.mjs";

/** @returns {Promise<{ uri: string, how: string, stop: () => void } | { missing: string }>} */
export async function startMongodb() {
  const given = process.env.MONGODB_URI;
  if (given) {
    // As with CHROMIUM_PATH: whoever names one wants that one.
    const refusal = await refusalOf(given);
    return refusal ? { missing: `MONGODB_URI: ${refusal}` } : { uri: given, how: "MONGODB_URI", stop: () => {} };
  }
  const why = [];
  for (const start of [localMongod, dockersMongo, javasMongo]) {
    const server = await start();
    if (!server.uri) {
      why.push(server.missing);
      continue;
    }
    const refusal = await refusalOf(server.uri);
    if (!refusal) return server;
    server.stop();
    why.push(`${server.how}: ${refusal}`);
  }
  return { missing: why.join("; ") };
}

/** Waits until the server answers a write and a read; a sentence when it does not. */
async function refusalOf(uri) {
  const { default: mongoose } = await import("mongoose");
  const connection = mongoose.createConnection(uri, { dbName: "firstmatch-probe", serverSelectionTimeoutMS: 30_000 });
  try {
    await connection.asPromise();
    const probe = connection.collection("probe");
    await probe.insertOne({ at: Date.now() });
    if (!(await probe.findOne({}))) return "it lost what was just written";
    await connection.dropDatabase();
  } catch (error) {
    return error.message;
  } finally {
    await connection.close();
  }
}

async function localMongod() {
  const mongod = which("mongod");
  if (!mongod) return { missing: "no mongod on the PATH" };
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), "firstmatch-mongod-"));
  const server = startServer(mongod, ["--dbpath", data, "--port", String(port), "--bind_ip", "127.0.0.1"]);
  server.child.stdout.resume(); // its log: unread, a full pipe would stop it
  const removeData = atExit(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }));
  const stop = () => {
    server.stop();
    removeData();
  };
  return { uri: `mongodb://127.0.0.1:${port}`, how: "mongod", stop };
}

async function dockersMongo() {
  const docker = which("docker");
  if (!docker || !(await run(docker, ["info"], { limit: 20 })).ok) return { missing: "no Docker engine" };
  const port = await freePort();
  const name = `firstmatch-test-${process.pid}`;
  const args = ["run", "--detach", "--rm", "--name", name, "--publish", `127.0.0.1:${port}:27017`, "mongo:8"];
  const started = await run(docker, args, { limit: 300 });
  if (!started.ok) return { missing: `Docker: ${started.output.trim()}` };
  const stop = atExit(() => execFileSync(docker, ["rm", "--force", name], { stdio: "ignore" }));
  return { uri: `mongodb://127.0.0.1:${port}`, how: "mongo:8 in Docker", stop };
}

/**
 * mongo-java-server, in memory: of the servers that the package registries carry, the one closest to MongoDB. It only
 * differs in letting $inc, $push and $set go through a null. (FerretDB 1.24 let 5 of 50 racing guarded updates win.)
 */
async function javasMongo() {
  const [java, maven] = [which("java"), which("mvn")];
  if (!java || !maven) return { missing: "no Java with Maven" };
  const folder = join(root, ".ci", "mongodb-for-tests");
  const jars = join(root, ".tools", "mongodb-for-tests");
  if (!existsSync(jars)) {
    console.log("Fetching a MongoDB-speaking test server with Maven …");
    const goal = ["-B", "-q", "-f", join(folder, "pom.xml"), "dependency:copy-dependencies"];
    const fetched = await run(maven, [...goal, `-DoutputDirectory=${jars}`], { limit: 300 });
    if (!fetched.ok) {
      rmSync(jars, { recursive: true, force: true }); // half of them would look like all of them next time
      return { missing: `Maven: ${fetched.output.trim().split("\n")[0]}` };
    }
  }
  const { child, stop } = startServer(java, ["-cp", join(jars, "*"), join(folder, "Server.java")]);
  const uri = await firstLine(child, 60);
  if (uri) return { uri, how: "mongo-java-server", stop };
  stop();
  return { missing: "mongo-java-server did not start" };
}

function firstLine(child, limit) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, limit * 1000);
    const done = (line) => {
      clearTimeout(timer);
      resolve(line);
    };
    createInterface({ input: child.stdout }).once("line", done).once("close", done);
  });
}

/** A port that nobody listens on. Another program could take it before mongod does; then its answer is missing. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
