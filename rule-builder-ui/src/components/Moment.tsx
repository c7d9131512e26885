/** A moment as people read it, in the reader's own time zone; the exact one on hover. */
export function Moment({ at, timezone }: { at: string; timezone?: string }) {
  return (
    <time dateTime={at} title={at}>
      {shownMoment(at, timezone)}
    </time>
  );
}

export const shownMoment = (at: string, timezone?: string): string =>
  shown(at, timezone, { dateStyle: "medium", timeStyle: "short" });

/** The day of a moment, where the hour would only be noise. */
export const shownDay = (at: string, timezone?: string): string => shown(at, timezone, { dateStyle: "medium" });

/** The hour of a moment, where the day is known. */
export const shownTime = (at: string, timezone?: string): string => shown(at, timezone, { timeStyle: "short" });

const shown = (at: string, timezone: string | undefined, style: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat("en", { ...style, ...(timezone !== undefined && { timeZone: timezone }) }).format(
    new Date(at),
  );
