import { useCallback } from 'react'
import { formatMoney } from '../format/words.ts'
import { usePlace } from './place.ts'
import { useSettings } from './studio.ts'

/** What deposits are in; the euro until the settings are there. */
export const useCurrency = (): string => useSettings()?.currency ?? 'EUR'

/** Writes cents as an amount of the studio's money. */
export const useMoney = (): ((cents: number) => string) => {
  const { locale } = usePlace()
  const currency = useCurrency()
  return useCallback((cents) => formatMoney(cents, currency, locale), [currency, locale])
}
