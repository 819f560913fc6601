import { rmSync } from 'node:fs'
import type { CDPSession, ElectronApplication, Locator } from 'playwright-core'
import { addDays, dateAt, weekdayOf, type LocalDate } from '../../src/domain/zone.ts'
import { launchLinework } from './electron.ts'
import { handsOn, type Hands } from './window.ts'

/** Px of a minute in the desk's grid. */
const MINUTE_HIGH = 1.6

/** The Wednesday after tomorrow or later: nothing on it is past, and everybody works. */
export const comingWednesday = (zone: string): LocalDate => {
  const tomorrow = addDays(dateAt(Date.now(), zone), 1)
  return addDays(tomorrow, ((2 - weekdayOf(tomorrow) + 6) % 7) + 1)
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface CalendarWindow extends Hands {
  readonly app: ElectronApplication
  readonly cdp: CDPSession
  readonly resize: (width: number, height: number) => Promise<void>
  /** By the palette, as somebody would who knows the date. */
  readonly goTo: (date: LocalDate) => Promise<void>
  readonly column: (artist: string, date: LocalDate) => Locator
  /** A booking's card, by how its name begins: client, times. */
  readonly card: (name: RegExp) => Locator
  /** A point of a column, at so many minutes past midnight, scrolled into view. */
  readonly spot: (column: Locator, minute: number) => Promise<Point>
  /** Takes hold so many px from the left and the top, and moves far enough to drag. */
  readonly grab: (card: Locator, down?: number) => Promise<void>
  readonly ghost: Locator
  /** What a screen reader says of the drag. */
  readonly spoken: Locator
  /** Closes the window and removes its folder. */
  readonly end: () => Promise<void>
}

/** A window on the studio in `userData`, in English with 24 hours, 1440 × 900. */
export const openCalendar = async (userData: string, zone: string): Promise<CalendarWindow> => {
  const {
    app,
    window: page,
    close,
  } = await launchLinework({
    userData,
    args: ['--lang=en-GB', '--password-store=basic'],
    env: { TZ: zone },
  })
  page.setDefaultTimeout(20_000)
  const hands = handsOn(page)
  const cdp = await page.context().newCDPSession(page)
  const resize = async (width: number, height: number): Promise<void> => {
    await app.evaluate(
      ({ BrowserWindow }, [x, y]) => BrowserWindow.getAllWindows()[0]?.setContentSize(x, y),
      [width, height] as const,
    )
    await page.waitForFunction((wanted) => innerWidth === wanted, width)
  }
  await hands.button(/^New booking/).waitFor()
  await resize(1440, 900)
  return {
    ...hands,
    app,
    cdp,
    resize,
    goTo: async (date) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: 'Search or do something' }).fill(date)
      await page.getByRole('option', { name: /day view$/ }).click()
      await page.locator(`[role=group][aria-label$="${date}"]`).first().waitFor()
    },
    column: (artist, date) => page.getByRole('group', { name: `${artist}, ${date}` }),
    card: (name) => page.getByRole('button', { name }),
    spot: async (column, minute) => {
      await column.evaluate(async (element, top) => {
        const view = element.closest('[data-grid]')
        if (view) view.scrollTop = top - view.clientHeight / 2
        // The window hears of its scrolling with the next frame.
        await new Promise((heard) => requestAnimationFrame(() => requestAnimationFrame(heard)))
      }, minute * MINUTE_HIGH)
      const box = await column.boundingBox()
      if (!box) throw new Error('The column is not drawn.')
      return { x: box.x + box.width / 2, y: box.y + minute * MINUTE_HIGH }
    },
    grab: async (card, down = 12) => {
      await card.scrollIntoViewIfNeeded()
      const box = await card.boundingBox()
      if (!box) throw new Error('The card is not drawn.')
      const at = { x: box.x + 30, y: box.y + (down < 0 ? box.height + down : down) }
      await page.mouse.move(at.x, at.y)
      await page.mouse.down()
      await page.mouse.move(at.x, at.y + 6)
    },
    ghost: page.locator('[data-ghost]'),
    spoken: page.getByRole('status', { name: 'Moving' }),
    end: async () => {
      await close()
      rmSync(userData, { recursive: true, force: true })
    },
  }
}
