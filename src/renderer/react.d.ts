import 'react'

declare module 'react' {
  /** Custom properties may be set in `style` too. */
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined
  }
}
