import type { Locator, Page } from 'playwright-core'

/** The parts of the window as a person finds them, by role and name, and what a hand does there. */
export interface Hands {
  readonly page: Page
  readonly button: (name: string | RegExp) => Locator
  readonly field: (name: string) => Locator
  /** Waits until these words can be read anywhere. */
  readonly reads: (words: string | RegExp) => Promise<void>
  /** Opens one of the screens from the rail. */
  readonly go: (screen: string) => Promise<void>
  /** Chooses in the list that opens from the button called `label`. */
  readonly choose: (label: string, choice: string) => Promise<void>
  /** Types a start such as `14:00` into the booking form. */
  readonly typeStart: (time: string) => Promise<void>
  /** The panel on the right with this name. */
  readonly panel: (name: string | RegExp) => Locator
}

export const handsOn = (page: Page): Hands => {
  const button: Hands['button'] = (name) =>
    page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
  return {
    page,
    button,
    field: (name) => page.getByRole('textbox', { name, exact: true }),
    reads: (words) => page.getByText(words).first().waitFor(),
    go: (screen) =>
      page
        .getByRole('navigation', { name: 'Main' })
        .getByRole('button', { name: new RegExp(`^${screen}`) })
        .click(),
    choose: async (label, choice) => {
      await page.getByRole('button', { name: new RegExp(`${label}$`) }).click()
      await page.getByRole('option', { name: choice }).click()
    },
    typeStart: async (time) => {
      const [hour = '', minute = ''] = time.split(':')
      await page.getByRole('spinbutton', { name: 'hour, Start' }).click()
      await page.keyboard.type(hour + minute)
    },
    panel: (name) => page.getByRole('complementary', { name }),
  }
}
