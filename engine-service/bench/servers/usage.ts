/** Of a process, since it began. */
export interface Usage {
  /** Processor time of all its threads. */
  cpuMicros: number;
  /** Memory that is resident now. */
  residentBytes: number;
}
