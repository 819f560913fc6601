import { HOUR } from '../../src/domain/interval.ts'
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
  columns.flatMap(({ url }) =>
    server
      .list(url)
      .filter(({ uid }) => uid?.endsWith('@linework'))
      .map((object) => ({ url, object })),
  )

const remove = ({ server, goneThere }: World, url: string, file: string, uid: string | null) => {
  goneThere.add(uid ?? '')
  server.remove(url, file)
}

/** One of our events on the server, changed as a phone changes it. */
export const editOnPhone = (world: World, step: Edit, which: number): void => {
  const events = ours(world)
  const target = events[which % Math.max(1, events.length)]
  if (!target) return
  const { uid, file, text } = target.object
  const changed = edited(text, step)
  if (changed === null) return remove(world, target.url, file, uid)
  if (/STATUS:CANCELLED/.test(changed)) world.goneThere.add(uid ?? '')
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
  const { url } = world.main
  for (const { file, uid } of world.server.list(url)) remove(world, url, file, uid)
}
