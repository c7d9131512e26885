import type { Client } from "../../http/client.ts";
import type { Route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { door } from "./door.ts";

/** As soon as other processes learn of a key that was taken away. */
const ASKED_EVERY_MS = 1_000;

/** For a stream, which may outlive the key that opened it: throws from when on the door would no longer let it in. */
export function stillIn({ access, now }: Rooms, route: Route, client: Client): () => void {
  let asked = now().getTime();
  let refused: unknown;
  return () => {
    if (refused === undefined && now().getTime() - asked >= ASKED_EVERY_MS) {
      asked = now().getTime();
      try {
        door(access)(route, client);
      } catch (error) {
        refused = error;
      }
    }
    if (refused !== undefined) throw refused;
  };
}
