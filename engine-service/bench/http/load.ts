import { quantile } from "../report/median.ts";
import { RawConnection } from "./raw-connection.ts";

export interface LoadSettings {
  port: number;
  connections: number;
  /** Not counted, so that connections are open and caches filled. */
  warmUpMs: number;
  ms: number;
}

export interface Load {
  /** Requests a second, within the time that counts. */
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  maxMs: number;
  /** All that were answered, the warm-up's too. */
  answered: number;
  /** Share of the time that the generator itself was busy; near 1 it may be what is measured. */
  generatorBusy: number;
}

/**
 * Keeps each connection busy with one request after another. Throws where an answer is no 200, or where the same request
 * is answered by a different length than before.
 *
 * @param lengths of the answers so far, by request; 0 for not known yet
 */
export async function load(
  requests: readonly Buffer[],
  lengths: Uint32Array,
  { port, connections, warmUpMs, ms }: LoadSettings,
): Promise<Load> {
  const counted: number[] = [];
  const began = performance.now();
  const [from, to] = [began + warmUpMs, began + warmUpMs + ms];
  const cpu = process.cpuUsage();
  let [next, answered] = [0, 0];
  await Promise.all(
    Array.from(
      { length: connections },
      () =>
        new Promise<void>((resolve, reject) => {
          let [sent, asked] = [0, 0];
          const ask = () => {
            asked = next++ % requests.length;
            sent = performance.now();
            connection.send(requests[asked] as Buffer);
          };
          const connection = new RawConnection(
            port,
            ({ status, bytes }) => {
              const now = performance.now();
              answered += 1;
              if (now >= from && now <= to) counted.push(now - sent);
              lengths[asked] ||= bytes;
              if (status !== 200 || lengths[asked] !== bytes) {
                connection.close();
                reject(
                  new Error(
                    `request ${asked} was answered by status ${status} and ${bytes} bytes, not ${lengths[asked]}`,
                  ),
                );
              } else if (now < to) ask();
              else {
                connection.close();
                resolve();
              }
            },
            reject,
          );
          ask();
        }),
    ),
  );
  const { user, system } = process.cpuUsage(cpu);
  const sorted = Float64Array.from(counted).sort();
  return {
    perSecond: counted.length / (ms / 1_000),
    p50Ms: quantile(sorted, 0.5),
    p99Ms: quantile(sorted, 0.99),
    maxMs: sorted.at(-1) ?? Number.NaN,
    answered,
    generatorBusy: (user + system) / 1_000 / (performance.now() - began),
  };
}
