/**
 * Milliseconds since it was made: by the clock, or by this process's processor time where that is less, because then
 * others used the processor meanwhile.
 */
export function stopwatch(): () => number {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return Math.min(performance.now() - began, (user + system) / 1_000);
  };
}
