import { ten } from "@firstmatch/shared-types";
export const App = () => <p>{ten}</p>;
