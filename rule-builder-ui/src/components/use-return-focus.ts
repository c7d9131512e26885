import { useEffect, useState } from "react";

/** When this closes, the keyboard goes back to what opened it; where that was a menu, to the button of the menu. */
export function useReturnFocus() {
  const [opener] = useState(() => {
    const focused = document.activeElement;
    const button = focused?.closest('[role="menu"]')?.getAttribute("aria-labelledby");
    return button ? document.getElementById(button) : focused;
  });
  useEffect(
    () => () => {
      // By then the dialog's own focus trap has let go.
      setTimeout(() => {
        if (opener instanceof HTMLElement && document.activeElement === document.body) opener.focus();
      });
    },
    [opener],
  );
}
