import { type NavigateOptions, useNavigation, useSearchParams } from "react-router";

type Change = (now: URLSearchParams) => URLSearchParams;

/**
 * The parameters of the address, and a way to change them as they are at that moment, which may be newer than what is
 * drawn. A filter that is typed asks only when the typing pauses: it must neither undo what was chosen meanwhile, nor
 * call back somebody who is on the way to another page.
 */
export function useAddress(): [URLSearchParams, (change: Change, options?: NavigateOptions) => void] {
  const [parameters, setParameters] = useSearchParams();
  const { location: next } = useNavigation();
  return [
    parameters,
    (change, options) => {
      const { pathname, search } = window.location;
      if (next !== undefined && next.pathname !== pathname) return;
      setParameters(change(new URLSearchParams(search)), options);
    },
  ];
}
