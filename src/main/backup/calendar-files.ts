import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gatherCalendar } from '../ical/gather.ts'
import { eachArtistsTexts } from '../store/calendar-texts.ts'
import { UNFINISHED } from '../../domain/backup-name.ts'

/** A file name that every system takes; artists of the same name get a number. */
export const calendarFileName = (artist: string, taken: ReadonlySet<string>): string => {
  const words = artist.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? ['artist']
  const stem = words.join('-').slice(0, 80)
  for (let number = 1; ; number++) {
    const name = number === 1 ? `${stem}.ics` : `${stem}-${number}.ics`
    if (!taken.has(name.toLowerCase())) return name
  }
}

/** One `.ics` file per artist that has a calendar, in place of the last ones; answers how many. */
export const exportCalendars = (
  database: string,
  folder: string,
  nativeBinding: string | undefined,
): number => {
  const taken = new Set<string>()
  eachArtistsTexts(database, nativeBinding, ({ artist, texts }) => {
    const name = calendarFileName(artist, taken)
    taken.add(name.toLowerCase())
    const unfinished = join(folder, name + UNFINISHED)
    try {
      writeFileSync(unfinished, gatherCalendar(artist, texts), { flush: true })
      renameSync(unfinished, join(folder, name))
    } catch (error) {
      rmSync(unfinished, { force: true })
      throw error
    }
  })
  return taken.size
}
