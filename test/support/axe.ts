import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Finding {
  readonly id: string
  readonly help: string
  readonly nodes: readonly {
    readonly target: readonly unknown[]
    readonly failureSummary?: string
  }[]
}

const isFinding = (value: unknown): value is Finding =>
  typeof value === 'object' && value !== null && 'id' in value && 'nodes' in value

/**
 * The rules of WCAG 2.2 A and AA, and axe's own. What opens over the page hides the page, its heading
 * and its landmarks, on purpose. A card's lines are all in its name, but with commas between them, which
 * the comparison of label and name does not expect.
 */
const options = {
  resultTypes: ['violations'],
  rules: {
    'page-has-heading-one': { enabled: false },
    region: { enabled: false },
    'label-content-name-mismatch': { enabled: false },
  },
}

/** What axe finds wrong with what is on the screen now: `rule: where, what to do`, one line each. */
const axeFindings = async (page: Page): Promise<string[]> => {
  // By the debugger, which the page's own policy does not bind.
  await page.evaluate(source)
  const violations: unknown = await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  )
  if (!Array.isArray(violations)) throw new Error('axe did not answer')
  return violations
    .filter(isFinding)
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary = '' }) =>
          `${id}: ${target.join(' ')} ${failureSummary.replaceAll(/\s+/g, ' ')}`,
      ),
    )
}

const schemes = ['light', 'dark'] as const

/** Each rule and place once, with the theme it was found in. */
export const findingsInBothThemes = async (page: Page): Promise<string[]> => {
  const found: string[] = []
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // What the theme changes is drawn with the next frame.
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    )
    for (const finding of await axeFindings(page)) found.push(`${colorScheme} ${finding}`)
  }
  return found
}
