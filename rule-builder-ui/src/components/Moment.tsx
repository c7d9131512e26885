/** A moment as people read it, in the reader's own time zone; the exact one on hover. */
export function Moment({ at, timezone }: { at: string; timezone?: string }) {
  return (
    <time dateTime={at} title={at}>
      {shownMoment(at, timezone)}
    </time>
  );
}

export const shownMoment = (at: string, timezone?: string): string =>
  new Intl.DateTimeFormat("en", {
    dateStyle: "medium",
    timeStyle: "short",
    ...(timezone !== undefined && { timeZone: timezone }),
  }).format(new Date(at));

/** The day of a moment, where the hour would only be noise. */
export const shownDay = (at: string, timezone: string): string =>
  new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: timezone }).format(new Date(at));
