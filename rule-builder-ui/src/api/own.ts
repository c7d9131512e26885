import { Own } from "@firstmatch/shared-types";
import { request } from "./request.ts";

/** Everything of the partner whose key this is. */
export const getOwn = () => request(Own, "/api/own");
