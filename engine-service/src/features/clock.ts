/** The time is an argument everywhere; main gives the real one, tests their own. */
export type Clock = () => Date;
