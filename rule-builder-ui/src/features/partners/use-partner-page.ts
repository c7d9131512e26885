import type { Partner } from "@firstmatch/shared-types";
import { useOutletContext } from "react-router";

/** The partner of the page around: every tab of it is drawn only once the partner is there. */
export const usePartnerPage = (): Partner => useOutletContext<Partner>();
