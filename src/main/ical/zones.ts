import { findIana } from 'windows-iana'
import type { Instant } from '../../domain/interval.ts'
import { fromWallClock, isZone, toWallClock, type WallClock } from '../../domain/zone.ts'
import { definedZone } from './defined-zone.ts'
import { type Component, textOf } from './parse.ts'

/** How wall clocks and instants belong together at one place. */
export interface ZoneRule {
  /** The IANA name, or the TZID of a zone that only the file defines. */
  readonly name: string
  readonly toInstant: (wall: WallClock) => Instant
  readonly toWall: (instant: Instant) => WallClock
}

export const utc: ZoneRule = { name: 'UTC', toInstant: (wall) => wall, toWall: (at) => at }

const rules = new Map<string, ZoneRule>([['UTC', utc]])

/** `name` must be a zone this runtime knows. */
export const ianaZone = (name: string): ZoneRule => {
  let rule = rules.get(name)
  if (!rule) {
    rule = {
      name,
      toInstant: (wall) => fromWallClock(wall, name),
      toWall: (instant) => toWallClock(instant, name),
    }
    rules.set(name, rule)
  }
  return rule
}

const names = new Map<string, string | null>()

/**
 * The IANA name behind a TZID: the name itself, a Windows name, or the `Area/City` at the end of a
 * vendor's path (`/example.org/Olson/America/Denver`). `null` if there is none.
 */
export const ianaName = (tzid: string): string | null => {
  let name = names.get(tzid)
  if (name === undefined) {
    const path = tzid.trim().split('/')
    const candidates = [tzid.trim(), findIana(tzid.trim())[0], path.slice(-3), path.slice(-2)]
    name =
      candidates
        .map((candidate) => (Array.isArray(candidate) ? candidate.join('/') : (candidate ?? '')))
        .find((candidate) => candidate !== '' && isZone(candidate)) ?? null
    // Files bring these names: they must not be able to fill the memory.
    if (names.size >= 1000) names.clear()
    names.set(tzid, name)
  }
  return name
}

/**
 * TZID -> zone for one file. An IANA zone wins over the file's own VTIMEZONE of that name: programs
 * ship old definitions. `null`: nobody knows this zone.
 */
export const zoneFinder = (
  timezones: readonly Component[],
): ((tzid: string) => ZoneRule | null) => {
  const found = new Map<string, ZoneRule | null>()
  const find = (tzid: string): ZoneRule | null => {
    const name = ianaName(tzid)
    if (name) return ianaZone(name)
    const definition = timezones.find((zone) => textOf(zone, 'TZID').trim() === tzid)
    if (!definition) return null
    const location = ianaName(textOf(definition, 'X-LIC-LOCATION'))
    return location ? ianaZone(location) : definedZone(tzid, definition)
  }
  return (tzid) => {
    let zone = found.get(tzid)
    if (zone === undefined) found.set(tzid, (zone = find(tzid)))
    return zone
  }
}
