/** Of a process, since it began. */
export interface Usage {
  /** Processor time of all its threads. */
  cpuMicros: number;
  /** Memory that is resident now. */
  residentBytes: number;
}

/** What a server may be asked: what it has used, or how many bytes are still in use once all garbage is collected. */
export type ProbeQuestion = "usage" | "live";
