import { HOUR } from '../../src/domain/interval.ts'
import type { ListedObject } from '../../src/main/sample/server/server.ts'
import { slotStart, type Action } from './history.ts'
import type { World } from './history-world.ts'
import { ZONE } from './store.ts'

/** As DTSTART and DTEND give it; the tests' days are all an hour ahead of UTC. */
const wallClock = (at: number): string =>
  `TZID=${ZONE}:${new Date(at + HOUR).toISOString().replaceAll(/[-:]|\.000Z/g, '')}`

type Edit = Extract<Action, { readonly type: `artist ${string}` }>

let notes = 0

/** What the artist makes of one of our events' texts; null: it is deleted. */
const edited = (text: string, step: Edit): string | null => {
  switch (step.type) {
    case 'artist moves': {
      const start = slotStart(step.given.slot)
      return text
        .replace(/^DTSTART;TZID=.*$/m, `DTSTART;${wallClock(start)}`)
        .replace(/^DTEND;TZID=.*$/m, `DTEND;${wallClock(start + HOUR)}`)
    }
    case 'artist retitles':
      return text.replace(
        /^SUMMARY:(REQUEST: )?.*$/m,
        `SUMMARY:$1Ava Chen - ${step.given.words.replaceAll(',', '\\,')}`,
      )
    case 'artist approves':
      return text.replace('SUMMARY:REQUEST: ', 'SUMMARY:')
    case 'artist cancels':
      return text.replace(/^STATUS:.*$/m, 'STATUS:CANCELLED')
    case 'artist confirms':
      return text.replace(/^STATUS:.*$/m, 'STATUS:CONFIRMED')
    case 'artist classifies':
      return text
        .replace(/^CLASS:.*\r\n/m, '')
        .replace('END:VEVENT', `CLASS:${step.given.as}\r\nEND:VEVENT`)
    case 'artist deletes':
      return null
    case 'artist repeats':
      return text.includes('RRULE')
        ? text
        : text.replace('END:VEVENT', 'RRULE:FREQ=WEEKLY;COUNT=3\r\nEND:VEVENT')
    case 'artist breaks':
      return text.replace(/^DTSTART;TZID.*$/m, 'DTSTART:soon')
    case 'artist annotates':
      return text.replace('END:VEVENT', `X-NOTE:${notes++}\r\nEND:VEVENT`)
    default:
      return text
  }
}

const ours = ({ server, columns }: World) =>
  columns.flatMap(({ ownUrl: url }) =>
    server
      .list(url)
      .filter(({ uid }) => uid?.endsWith('@linework'))
      .map((object) => ({ url, object })),
  )

const remove = (world: World, url: string, { file, text, uid }: ListedObject): void => {
  world.goneThere.add(uid ?? '')
  world.deleted = { url, file, text, uid }
  world.server.remove(url, file)
}

/** One of our events on the server, changed as a phone changes it. */
export const editOnPhone = (world: World, step: Edit, which: number): void => {
  const events = ours(world)
  const target = events[which % Math.max(1, events.length)]
  if (!target) return
  const { uid, file, text } = target.object
  const changed = edited(text, step)
  if (changed === null) return remove(world, target.url, target.object)
  if (/STATUS:CANCELLED|CLASS:PRIVATE/.test(changed)) world.goneThere.add(uid ?? '')
  if (changed !== text) world.server.put(target.url, file, changed)
}

/** The same event under another file name, as some programs write it. */
export const refileOnPhone = (world: World, which: number): void => {
  const events = ours(world)
  const target = events[which % Math.max(1, events.length)]
  if (!target) return
  const { file, text } = target.object
  world.server.remove(target.url, file)
  world.server.put(target.url, `x${file}`, text)
}

/** Everything in a calendar is deleted at once. */
export const emptyOnPhone = (world: World): void => {
  const { ownUrl } = world.main
  for (const object of world.server.list(ownUrl)) remove(world, ownUrl, object)
}

/** What was deleted last is taken out of the trash bin, as far as its UID is not there again (RFC 4791 §5.3.2.1). */
export const bringBackOnPhone = ({ server, deleted }: World): void => {
  if (deleted && !server.list(deleted.url).some(({ uid }) => uid === deleted.uid))
    server.put(deleted.url, deleted.file, deleted.text)
}
