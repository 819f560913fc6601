import { useState } from 'react'

/** The newest value there was: what is shown stays until there is something newer. */
export const useLatest = <T>(value: T | undefined): T | undefined => {
  const [latest, setLatest] = useState(value)
  if (value !== undefined && value !== latest) setLatest(value)
  return value ?? latest
}
