import { formatDate, parseDate, type LocalDate } from './zone.ts'

/** What a `linework://` link opens. It only shows things: nothing is changed by following a link. */
export type DeepLink =
  | {
      readonly to: 'screen'
      readonly screen: 'calendar' | 'requests' | 'clients' | 'sync' | 'settings'
    }
  | { readonly to: 'day'; readonly date: LocalDate }
  | { readonly to: 'appointment'; readonly id: string }
  | { readonly to: 'new-booking' }

const screens = ['calendar', 'requests', 'clients', 'sync', 'settings'] as const

const uuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/

/** A link longer than this is none of ours. */
const LONGEST = 200

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(parseDate(text)) &&
  formatDate(parseDate(text)) === text

/**
 * Reads `linework://requests`, `linework://day/2026-11-25`, `linework://appointment/<id>`,
 * `linework://new` and the other screens; null for anything else, as a link may come from anybody.
 */
export const readDeepLink = (text: string): DeepLink | null => {
  if (text.length > LONGEST) return null
  const [, place = '', what] = /^linework:\/\/([a-z]+)(?:\/([\da-f-]+))?\/?$/i.exec(text) ?? []
  const name = place.toLowerCase()
  if (what === undefined) {
    if (name === 'new') return { to: 'new-booking' }
    const screen = screens.find((one) => one === name)
    return screen ? { to: 'screen', screen } : null
  }
  if (name === 'day' && isDate(what)) return { to: 'day', date: what }
  const id = what.toLowerCase()
  return name === 'appointment' && uuid.test(id) ? { to: 'appointment', id } : null
}
