import { atOnce, expectStatus, type Bare } from './bare.ts'
import { benchEvent } from './events.ts'
import { listing } from './floor.ts'

/** Puts `count` events into the calendar unless there is something in it; answers how many it has. */
export const fill = async (bare: Bare, url: string, count: number): Promise<number> => {
  const { hrefs } = await listing(bare, url)
  if (hrefs.length > 0) return hrefs.length
  const now = Date.now()
  const events = Array.from({ length: count }, (_, index) => benchEvent(index, now))
  console.error(`Filling the calendar with ${count} events …`)
  if (await isRadicale(bare, url))
    await putWhole(
      bare,
      url,
      events.map(({ text }) => text),
    )
  else
    await atOnce(
      4,
      events.map(({ file, text }) => async () => {
        expectStatus(await bare.put(`${url}${file}`, text), 201, 204)
      }),
    )
  return (await listing(bare, url)).hrefs.length
}

const isRadicale = async (bare: Bare, url: string): Promise<boolean> => {
  const { text } = await bare.ask('GET', new URL('/.web/', url).href)
  return /radicale/i.test(text)
}

/** Radicale looks at every object for each new one, but takes a whole calendar in one request. */
const putWhole = async (bare: Bare, url: string, texts: readonly string[]): Promise<void> => {
  const inner = texts.map((text) =>
    text
      .replace(/^BEGIN:VCALENDAR[^]*?(?=BEGIN:(VTIMEZONE|VEVENT))/, '')
      .replace(/BEGIN:VTIMEZONE[^]*?END:VTIMEZONE\r\n/, '')
      .replace('END:VCALENDAR\r\n', ''),
  )
  const zone = /BEGIN:VTIMEZONE[^]*?END:VTIMEZONE\r\n/.exec(texts.join(''))?.[0] ?? ''
  const head = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Linework//Bench//EN\r\n'
  const whole = `${head}${zone}${inner.join('')}END:VCALENDAR\r\n`
  expectStatus(await bare.put(url, whole), 201, 204)
}
