import { useMemo } from 'react'
import type { Place } from '../format/time.ts'
import { useZone } from './studio.ts'

/** The studio's zone and this computer's locale, for everything that writes a time. */
export const usePlace = (): Place => {
  const zone = useZone()
  return useMemo(() => ({ zone, locale: navigator.language }), [zone])
}
