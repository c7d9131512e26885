/** A ranked list whose first row stands out. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="var(--mantine-color-cobalt-7)" />
      <path d="M8 10.5h16" stroke="#fff" strokeWidth="4" strokeLinecap="round" />
      <path d="M8 17h10M8 23h6" stroke="#fff" strokeOpacity=".55" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}
