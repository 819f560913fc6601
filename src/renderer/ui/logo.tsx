/** The mark: a stencilled line that becomes ink. */
export const Logo = ({ size = 24 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
    <g fill="currentColor">
      <circle cx="4.5" cy="3" r="1.6" />
      <circle cx="4.5" cy="8.5" r="1.6" />
      <circle cx="4.5" cy="14" r="1.6" />
    </g>
    <path
      d="M4.5 19.2c2.4 1.6 5.4 2 8.2 1.4 4-.8 6.3-3.4 6.3-7.6"
      stroke="currentColor"
      strokeWidth="3.2"
      strokeLinecap="round"
    />
  </svg>
)
