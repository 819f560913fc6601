import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { instantOn } from '../../src/domain/zone.ts'
import { comingWednesday, openCalendar, type CalendarWindow } from '../support/calendar-window.ts'
import { addArtists, addVisit, makeStudioFolder } from '../support/studio-folder.ts'

const zone = 'Europe/Berlin'
const date = comingWednesday(zone)
const polling = { timeout: 20_000 }
const at = (hour: number): number => instantOn(date, hour * 60, zone)

const arabic = 'محمد عبد الرحمن الطويل'
const long = 'Wolfeschlegelsteinhausenbergerdorffvoralternwarengewissenhaft'
const names = [arabic, 'דנה כהן', '🦋 Lili 🌸 O’Neil', long]
const words = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'

/** What of the controls and the texts that are marked as names is cut off by the window's edges. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const { scrollWidth, scrollHeight } = document.documentElement
    if (scrollWidth > innerWidth || scrollHeight > innerHeight) found.push('the page scrolls')
    for (const one of document.querySelectorAll<HTMLElement>(
      'main > header button, main > header input, [aria-label=Main] button, aside > header button',
    )) {
      const { left, right, top, bottom, width } = one.getBoundingClientRect()
      const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
      if (width > 0 && !inside) found.push(one.ariaLabel ?? one.innerText)
    }
    return found
  })

/** Names and descriptions that reach over what they stand in, and those read in the wrong direction. */
const misread = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    for (const one of document.querySelectorAll<HTMLElement>('[dir=auto], bdi')) {
      const box = one.getBoundingClientRect()
      const text = one.innerText
      if (box.width === 0 || text === '') continue
      const around = one.closest('[data-card], td, li, [role=option], button, header, section')
      const frame = around?.getBoundingClientRect()
      if (frame && (box.right > frame.right + 1 || box.left < frame.left - 1))
        found.push(`${text} reaches over`)
      const first = /[\p{Script=Latin}\p{Script=Arabic}\p{Script=Hebrew}]/u.exec(text)?.[0] ?? 'a'
      const wanted = /\p{Script=Latin}/u.test(first) ? 'ltr' : 'rtl'
      if (getComputedStyle(one).direction !== wanted) found.push(`${text} is not ${wanted}`)
    }
    return found
  })

describe('names, zoom and the system’s wishes', () => {
  let window: CalendarWindow
  beforeAll(async () => {
    const folder = makeStudioFolder(zone, (parts) => {
      const artists = addArtists(parts, ['Mara Voss', 'ليلى حداد', 'Jonas Behr', 'Ilka Petrova'])
      const more = addArtists(parts, ['Theo Adeyemi', 'Yuki Tanabe'], { ink: 10 })
      for (const [nth, { artist }] of [...artists, ...more].entries())
        names.forEach((name, hour) => {
          const start = at(11 + hour * 2)
          const status = (hour + nth) % 2 === 0 ? 'PENDING' : 'CONFIRMED'
          const description = hour % 2 === 0 ? 'وشم صغير على الذراع' : words
          addVisit(parts.store, artist.id, name, {
            start,
            end: start + (nth % 3 === 0 ? 15 : 90) * 60_000,
            status,
            description,
          })
        })
    })
    window = await openCalendar(folder, zone)
    await window.goTo(date)
    await window.card(new RegExp(long)).first().waitFor()
  })
  afterEach(async () => {
    await window.page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' })
  })
  afterAll(() => window.end())

  it('keeps names of every script and length in their places', async () => {
    const { page, card, go } = window
    const found: Record<string, string[]> = {}
    for (const width of [1440, 1024]) {
      await window.resize(width, 700)
      for (const key of ['d', 'w', 'l']) {
        await page.keyboard.press(key)
        await page.locator('[data-card], [data-row]').first().waitFor()
        found[`${key} ${width}`] = await misread(page)
      }
      await page.keyboard.press('d')
      for (const name of [arabic, long]) {
        await card(new RegExp(`^${name}`))
          .first()
          .click()
        await page.getByRole('complementary', { name }).waitFor()
        found[`drawer ${name.length} ${width}`] = await misread(page)
      }
      await page.keyboard.press('Escape')
      await go('Requests')
      await page.getByRole('region').first().waitFor()
      found[`requests ${width}`] = await misread(page)
      await go('Clients')
      await page.getByRole('option').first().waitFor()
      found[`clients ${width}`] = await misread(page)
      await go('Calendar')
    }
    await window.resize(1440, 900)
    const all = Object.entries(found).flatMap(([where, what]) =>
      what.map((one) => `${where}: ${one}`),
    )
    expect(all).toEqual([])
    expect(Object.keys(found)).toHaveLength(14)
  })

  it('cuts nothing off at 200 %, and keeps the time at the top', async () => {
    const { page, app, column, go } = window
    const zoom = async (factor: number): Promise<void> => {
      await app.evaluate(({ BrowserWindow }, to) => {
        BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(to)
      }, factor)
      await page.waitForFunction((width) => innerWidth === width, 1440 / factor)
    }
    const hourAtTop = (): Promise<number> =>
      page.locator('[data-grid]').evaluate((grid) => Math.round(grid.scrollTop / 16))
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await column('Mara Voss', date).waitFor()
    const before = await hourAtTop()
    await zoom(2)
    await expect.poll(hourAtTop, polling).toBe(before)
    const found: Record<string, string[]> = {}
    for (const key of ['d', 'w', 'l', 'n']) {
      await page.keyboard.press(key)
      found[key] = await cutOff(page)
    }
    await window.panel('New booking').getByRole('button', { name: 'Close' }).click()
    for (const screen of ['Requests', 'Clients', 'Sync', 'Settings', 'Calendar']) {
      await go(screen)
      found[screen] = await cutOff(page)
    }
    await page.keyboard.press('d')
    await zoom(1)
    await expect.poll(hourAtTop, polling).toBe(before)
    expect(Object.entries(found).filter(([, cut]) => cut.length > 0)).toEqual([])
  })

  it('tells states apart by outlines where the system chooses the colours', async () => {
    const { page, card } = window
    await page.emulateMedia({ forcedColors: 'active' })
    const style = (name: RegExp, property: 'borderTopStyle' | 'borderLeftStyle' | 'outlineStyle') =>
      card(name)
        .first()
        .evaluate((one, key) => getComputedStyle(one)[key], property)
    expect(await style(/, Request/, 'borderTopStyle')).toBe('dashed')
    expect(await style(/, Confirmed/, 'borderTopStyle')).toBe('solid')
    const twoBars = window.column('Yuki Tanabe', date).getByRole('button').first()
    expect(await twoBars.evaluate((one) => getComputedStyle(one).borderLeftStyle)).toBe('double')
    await card(/, Confirmed/)
      .first()
      .click()
    expect(await style(/, Confirmed/, 'outlineStyle')).toBe('solid')
    await page.keyboard.press('Escape')
    const chosen = page.getByRole('radio', { name: 'Day' })
    expect(await chosen.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('solid')
    const offHours = window.column('Mara Voss', date).locator('> :first-child')
    expect(await offHours.evaluate((one) => getComputedStyle(one).backgroundImage)).toContain(
      'gradient',
    )
  })

  it('moves nothing by itself where less motion is wished', async () => {
    const { page, card } = window
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await card(/, Confirmed/)
      .first()
      .click()
    await page.getByRole('complementary').waitFor()
    const moving = await page.evaluate(
      () => document.getAnimations().filter((one) => one.playState === 'running').length,
    )
    const transitions = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter(
          (one) => getComputedStyle(one).transitionDuration !== '0s',
        ).length,
    )
    expect({ moving, transitions }).toEqual({ moving: 0, transitions: 0 })
  })
})
