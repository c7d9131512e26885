import type { Program } from "@firstmatch/shared-types";
import { csv } from "../../components/csv.ts";

/** A file that can be imported as it is, once the event type and the ids are the program's. */
export function sampleCsv({ currency }: Pick<Program, "currency">, eventType: string, now: Date): string {
  const at = (hoursAgo: number) => new Date(now.getTime() - hoursAgo * 3_600_000).toISOString().slice(0, 19);
  const items = JSON.stringify([
    { sku: "S1", category: "Shoes", quantity: 2, amount: "180.00" },
    { sku: "H7", category: "Hats", quantity: 1, amount: "20.00" },
  ]);
  return csv([
    [
      "conversionId",
      "eventType",
      "occurredAt",
      "partnerId",
      "orderId",
      "orderTotal",
      "currency",
      "customerStatus",
      "items",
      "params.tier",
    ],
    ["sample-1", eventType, `${at(30)}Z`, "p-1", "o-1", "250.00", currency, "New", "", "gold"],
    ["sample-2", eventType, `${at(6)}Z`, "p-2", "o-2", "200.00", currency, "Existing", items, ""],
  ]);
}
