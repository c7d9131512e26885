import { IconCheck, IconCircleDashed, IconX } from "@tabler/icons-react";
import css from "./RuleCard.module.css";

/** What the rule tester found out about a rule. */
export type Verdict = "matched" | "not-matched" | "not-reached" | "disabled";

const SHOWN = {
  matched: { text: "Wins the test", Icon: IconCheck, look: css.wonTag },
  "not-matched": { text: "Not matched", Icon: IconX, look: css.tag },
  "not-reached": { text: "Not reached", Icon: IconCircleDashed, look: css.tag },
} as const;

/** A rule that is switched off says so already. */
export function VerdictTag({ verdict }: { verdict: Verdict | undefined }) {
  if (verdict === undefined || verdict === "disabled") return null;
  const { text, Icon, look } = SHOWN[verdict];
  return (
    <span className={look}>
      <Icon size={12} aria-hidden /> {text}
    </span>
  );
}
