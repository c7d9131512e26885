import type { Partner } from "@firstmatch/shared-types";
import { changePartner, getPartner } from "../../api/partners.ts";
import { ask } from "../../components/ask.ts";
import { tell, tellError } from "../../components/tell.tsx";
import { useForgetPartner } from "./partner-queries.ts";

type Named = Pick<Partner, "id" | "name" | "status">;

/** Deactivates a partner after a question, or activates it again. It is one field, and the last word on it counts. */
export function usePartnerStatus() {
  const forget = useForgetPartner();
  return async ({ id, name, status }: Named) => {
    const next = status === "active" ? "inactive" : "active";
    if (next === "inactive" && !(await ask(deactivating(name)))) return;
    try {
      const { revision } = await getPartner(id);
      await changePartner(id, revision, { status: next });
      tell(`${name} is ${next} from now on`);
    } catch (error) {
      tellError(`${name} could not be made ${next}`, error as Error);
    }
    await forget(id);
  };
}

const deactivating = (name: string) => ({
  title: `Deactivate ${name}?`,
  text: "From now on nothing that occurs is paid to this partner, in any program. What occurred before stays as it was decided.",
  confirm: "Deactivate",
});
