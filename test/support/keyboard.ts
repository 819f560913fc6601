import type { Page } from 'playwright-core'

export interface Keyboard {
  /** One key after the other. */
  readonly press: (...keys: string[]) => Promise<void>
  readonly type: (text: string) => Promise<void>
  /** Goes on by Tab until the control with this name has the focus. */
  readonly tabTo: (name: RegExp) => Promise<void>
  /** Presses `key` until the control with this name has the focus. */
  readonly walkTo: (name: RegExp, key: string) => Promise<void>
}

/** A person gives up sooner. */
const MOST_STEPS = 60

/** What a screen reader would call what has the focus. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement)) return ''
    const labels = element.getAttribute('aria-labelledby')?.split(' ') ?? []
    const said = labels
      .map((id) => document.getElementById(id))
      .map((label) => label?.ariaLabel ?? label?.textContent ?? '')
      .join(' ')
      .trim()
    const own = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null
    const name = said || element.ariaLabel || own || element.innerText
    return name.replaceAll(/\s+/g, ' ')
  })

/** The window in the hands of somebody without a mouse. */
export const keyboardOn = (page: Page): Keyboard => {
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const walkTo = async (name: RegExp, key: string): Promise<void> => {
    const passed: string[] = []
    while (passed.length < MOST_STEPS) {
      const here = await focused(page)
      if (name.test(here)) return
      passed.push(here)
      await press(key)
    }
    throw new Error(`${key} leads to no ${String(name)}, only to ${passed.join(' | ')}.`)
  }
  return {
    press,
    type: (text) => page.keyboard.type(text),
    tabTo: (name) => walkTo(name, 'Tab'),
    walkTo,
  }
}
