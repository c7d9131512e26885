import { shownMoment } from "./Moment.tsx";

interface SpanTextProps {
  from: string | null;
  until: string | null;
  timezone: string;
}

/** From when to when something counts: "from Dec 1, 2026, 12:00 AM", "without dates". */
export const SpanText = ({ from, until, timezone }: SpanTextProps) => {
  const parts = [
    from !== null && `from ${shownMoment(from, timezone)}`,
    until !== null && `until ${shownMoment(until, timezone)}`,
  ].filter(Boolean);
  return <span>{parts.join(" ") || "without dates"}</span>;
};
