import type { ConversionDetails } from "@firstmatch/shared-types";
import { useState } from "react";
import { isProblem } from "../../api/problem-error.ts";
import { useCorrections } from "./conversion-queries.ts";
import { correctionFailure } from "./correction-failure.ts";

/**
 * A correction from a dialog, made from the conversion as it was when the dialog opened: whoever corrected it since is
 * to be heard first. Once that was said, the dialog goes on from the newer one, and what was typed stays.
 */
export function useCorrection(details: ConversionDetails, kind: "reject" | "reverse") {
  const [opened] = useState(details);
  const [heard, setHeard] = useState(false);
  const basis = heard ? details : opened;
  const { [kind]: correction } = useCorrections(basis);
  return {
    basis,
    mutate: (body: Parameters<typeof correction.mutate>[0], onSuccess: (after: ConversionDetails) => void) =>
      correction.mutate(body, {
        onSuccess,
        onError: (error) => {
          if (isProblem(error, 412)) setHeard(true);
        },
      }),
    busy: correction.isPending,
    error: correction.error && correctionFailure(correction.error),
  };
}
