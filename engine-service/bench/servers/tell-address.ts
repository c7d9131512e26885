import type { AddressInfo } from "node:net";

/** Says where a server listens, as our own does. */
export function tellAddress(address: AddressInfo | string | null): void {
  console.log(`Listening at http://127.0.0.1:${(address as AddressInfo).port}`);
}
