import type { Instant } from '../../domain/interval.ts'

/** `0.8 s`, for a duration in ms. */
export const seconds = (ms: number, locale: string): string =>
  `${(ms / 1000).toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} s`

let clock: { readonly key: string; readonly format: Intl.DateTimeFormat } | null = null

/** `14:20:02` on the wall clock of `zone`; one format serves a whole table. */
export const clockOf = (instant: Instant, zone: string, locale: string): string => {
  const key = `${locale} ${zone}`
  if (clock?.key !== key)
    clock = {
      key,
      format: new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone: zone }),
    }
  return clock.format.format(instant)
}
