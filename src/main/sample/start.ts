import type { Instant } from '../../domain/interval.ts'
import { addDays, instantOn, parseTime, type LocalDate } from '../../domain/zone.ts'

/** What everything is counted from. */
export interface Start {
  readonly now: Instant
  readonly today: LocalDate
  readonly zone: string
}

export const instantAt = ({ today, zone }: Start, day: number, time: string): Instant =>
  instantOn(addDays(today, day), parseTime(time), zone)

export type ByName = ReadonlyMap<string, string>

export const named = (map: ByName, name: string): string => {
  const value = map.get(name)
  if (value === undefined) throw new Error(`The sample studio has no ${name}.`)
  return value
}
