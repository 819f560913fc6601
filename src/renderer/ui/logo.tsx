/** The mark: a stencilled line that becomes ink. */
export const Logo = ({ size = 24 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
    <g fill="currentColor">
      <circle cx="4.5" cy="2.2" r="1.5" />
      <circle cx="4.5" cy="7.7" r="1.5" />
      <circle cx="4.5" cy="13.2" r="1.5" />
    </g>
    <path
      d="M4.5 18.4c.2 2.7 1.5 3.6 4 3.6h3.6c4.1 0 6.2-2.9 6.7-8.6"
      stroke="currentColor"
      strokeWidth="2.8"
      strokeLinecap="round"
    />
  </svg>
)
