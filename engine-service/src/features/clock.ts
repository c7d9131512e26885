/** The time is an argument everywhere; main gives the real one, tests their own. */
export type Clock = () => Date;

/** Goes with every write, so that other processes find what changed without reading everything again. */
export interface Changed {
  changedAt: string;
  /** The process that wrote it; it knows already. */
  changedBy: string;
}
export type Stamp = () => Changed;

export const stampOf =
  (now: Clock, process: string): Stamp =>
  () => ({ changedAt: now().toISOString(), changedBy: process });

/** What others changed since that moment. */
export const changedSince = (since: string, { changedBy }: Changed) => ({
  changedAt: { $gte: since },
  changedBy: { $ne: changedBy },
});
