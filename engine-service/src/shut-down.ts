import type { Server } from "node:http";
import type { Socket } from "node:net";
import type { Storage } from "./storage/collection.ts";
import type { Rooms } from "./wire.ts";

/** How long requests that are under way may take to finish. */
const DRAIN_AT_MOST_MS = 10_000;

/** On SIGTERM or SIGINT: takes no new connections, finishes what is under way, closes the store. A second one cuts it short. */
export function shutDown({ server, storage, rooms }: { server: Server; storage: Storage; rooms: Rooms }): void {
  let leaving = false;
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  const leave = () => {
    if (leaving) {
      server.closeAllConnections();
      return;
    }
    leaving = true;
    rooms.log.info("leaving: finishing what is under way");
    rooms.refresher.stop();
    rooms.catchUp.stop();
    const bulkEdits = rooms.bulkEditRunner.stop();
    const payouts = rooms.payoutRunner.stop();
    // Browsers open connections ahead of need; to Node one that never asked anything is not idle, it has yet to ask.
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    // A kept-alive connection that falls silent only now would otherwise hold the door open.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_AT_MOST_MS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(cut);
      Promise.all([
        bulkEdits,
        payouts,
        rooms.journal.stop(),
        rooms.clicks.late.end(),
        rooms.refusedPostbacks.late.end(),
      ])
        .then(() => storage.close())
        .then(
          () => process.exit(0),
          (error) => {
            rooms.log.error({ err: error }, "the store did not close");
            process.exit(1);
          },
        );
    });
  };
  process.on("SIGTERM", leave);
  process.on("SIGINT", leave);
}
