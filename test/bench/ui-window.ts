import { setTimeout as wait } from 'node:timers/promises'
import type { CDPSession, Page } from 'playwright-core'
import { percentile } from './measure.ts'
import { askOf } from '../support/ask-window.ts'

const metric = async (cdp: CDPSession, wanted: string): Promise<number> => {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN
}

/** Megabytes of JavaScript that are still in use. */
export const heapInUse = async (cdp: CDPSession): Promise<number> => {
  await cdp.send('HeapProfiler.collectGarbage')
  return (await metric(cdp, 'JSHeapUsedSize')) / 2 ** 20
}

/**
 * Presses the button of that name and waits until `shown` is in the document and painted; answers
 * how long that took from the press, in ms of the window's clock.
 */
export const pressed = (page: Page, name: string, shown: string): Promise<number> =>
  page.evaluate(
    async ([label, selector]) => {
      const button = [...document.querySelectorAll('button')].find(
        (one) => (one.ariaLabel ?? one.textContent) === label,
      )
      if (!button) throw new Error(`There is no button “${label}”.`)
      const start = performance.now()
      button.click()
      while (!document.querySelector(selector)) await new Promise(requestAnimationFrame)
      // The next frame begins after this one was painted.
      await new Promise(requestAnimationFrame)
      return performance.now() - start
    },
    [name, shown] as const,
  )

/** Seconds the window has spent in its scripts, on styles and on layout. */
const worked = async (cdp: CDPSession): Promise<number> => {
  const parts = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration']
  const seconds = await Promise.all(parts.map((part) => metric(cdp, part)))
  return seconds.reduce((sum, part) => sum + part, 0)
}

/** What a change of one booking costs, in ms: until it is seen, and the work of the window for it. */
export const oneUpdate = async (
  page: Page,
  cdp: CDPSession,
  card: string,
): Promise<{ seen: number; work: number }> => {
  const found = await askOf(page)('appointments.get', { id: card })
  const version = found.ok ? found.value.version : 0
  await wait(300)
  const before = await worked(cdp)
  const seen = await page.evaluate(
    async ([id, seenVersion]) => {
      const { ask, hear } = window.linework
      let heard = 0
      const end = hear((said) => {
        if (said.type === 'changed' && heard === 0) heard = performance.now()
      })
      const label = (): string | null | undefined =>
        document.querySelector(`[data-card="${id}"]`)?.ariaLabel
      const old = label()
      const changes = { description: `Change ${seenVersion}` }
      await ask('appointments.update', { id, version: seenVersion, changes })
      while (label() === old) await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      end()
      return performance.now() - heard
    },
    [card, version] as const,
  )
  await wait(300)
  return { seen, work: ((await worked(cdp)) - before) * 1000 }
}

/** Drags what is at `from` across the grid and back; answers the times between frames, in ms. */
export const dragged = async (page: Page, from: { x: number; y: number }, steps: number) => {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 12, from.y + 12)
  await page.evaluate(() => {
    const frames: number[] = []
    let last = performance.now()
    const note = (now: number): void => {
      frames.push(now - last)
      last = now
      if (Reflect.get(window, 'dragFrames') === frames) requestAnimationFrame(note)
    }
    Reflect.set(window, 'dragFrames', frames)
    requestAnimationFrame(note)
  })
  const width = 900
  for (let step = 0; step < steps; step++) {
    const across = width - Math.abs(((step * 2) / steps) * width - width)
    await page.mouse.move(240 + across, 260 + ((step * 13) % 480))
  }
  const frames = await page.evaluate((): number[] => {
    const seen: number[] = Reflect.get(window, 'dragFrames')
    Reflect.set(window, 'dragFrames', null)
    return seen
  })
  await page.keyboard.press('Escape')
  await page.mouse.up()
  return {
    p50: percentile(frames, 0.5),
    p95: percentile(frames, 0.95),
    worst: Math.max(...frames),
  }
}
