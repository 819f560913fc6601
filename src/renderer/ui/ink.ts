import type { CSSProperties } from 'react'

/** Sets an artist's colours for everything below: `--bar`, `--tint`, and the bar's line style. */
export const inkStyle = (ink: number): CSSProperties => ({
  '--bar': `var(--a${ink})`,
  '--tint': `var(--a${ink}-tint)`,
  '--bar-style': ink > 6 ? 'double' : 'solid',
  '--bar-width': ink > 6 ? '7px' : '5px',
})
