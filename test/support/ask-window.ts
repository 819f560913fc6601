import type { Page } from 'playwright-core'
import type { Ask } from '../../src/contract/bridge.ts'

/** Asks over the line of the window in `page`. */
export const askOf =
  (page: Page): Ask =>
  async (name, input) =>
    JSON.parse(
      await page.evaluate(
        (asked): Promise<string> => Reflect.apply(window.linework.ask, null, asked),
        [name, input],
      ),
    )
