import { type NavigateOptions, useSearchParams } from "react-router";

type Change = (now: URLSearchParams) => URLSearchParams;

/**
 * The parameters of the address, and a way to change them as they are at that moment, which may be newer than what is
 * drawn: a filter that is typed asks a moment later, and must not undo what was chosen meanwhile.
 */
export function useAddress(): [URLSearchParams, (change: Change, options?: NavigateOptions) => void] {
  const [parameters, setParameters] = useSearchParams();
  return [parameters, (change, options) => setParameters(change(new URLSearchParams(window.location.search)), options)];
}
