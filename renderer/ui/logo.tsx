/** The mark: a post with one sign each way. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden focusable="false">
      <rect width="24" height="24" rx="6.5" fill="var(--wp-accent)" />
      <path d="M12 4.5v15" stroke="#fff" strokeWidth="1.8" strokeLinecap="round" />
      <path d="M8 6.2h8.4l2.1 2.1-2.1 2.1H8a.8.8 0 0 1-.8-.8V7a.8.8 0 0 1 .8-.8Z" fill="#fff" />
      <path
        d="M16 12.2H7.6l-2.1 2.1 2.1 2.1H16a.8.8 0 0 0 .8-.8V13a.8.8 0 0 0-.8-.8Z"
        fill="#fff"
        fillOpacity=".62"
      />
    </svg>
  );
}
