/** Licences under which a part may be given to others with the program, as SPDX names them. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  // Its files stay under it, unchanged, and their source is named in the notices.
  'MPL-2.0',
  // Of fonts.
  'OFL-1.1',
  'Unlicense',
])

/** Whether an SPDX expression of names, AND and OR can be met with what is allowed. */
export function mayShip(expression) {
  const either = expression.replaceAll(/[()]/g, ' ').split(/\s+OR\s+/)
  return either.some((all) => all.split(/\s+AND\s+/).every((one) => allowed.has(one.trim())))
}

/**
 * One line per part, and the parts that may not be shipped.
 * @param {import('./shipped-packages.mjs').Shipped[]} shipped
 */
export function licenceReport(shipped) {
  const widest = Math.max(...shipped.map(({ name, version }) => name.length + version.length + 1))
  const lines = shipped.map(
    ({ name, version, license }) => `${`${name} ${version}`.padEnd(widest)}  ${license}`,
  )
  const forbidden = shipped.filter(({ license }) => !mayShip(license))
  return { lines, forbidden: forbidden.map(({ name, license }) => `${name}: ${license}`) }
}

const rule = '-'.repeat(78)

const partOf = ({ name, version, license, source, texts }) =>
  [
    rule,
    `${name} ${version}`,
    `Licence: ${license}`,
    ...(source ? [`Source: ${source}`] : []),
    '',
    ...(texts.length > 0 ? texts : [`The package states “${license}” and brings no text of it.`]),
    '',
  ].join('\n')

/**
 * The text that goes with the program: whose work is in it and under which licence.
 * @param {import('./shipped-packages.mjs').Shipped[]} shipped
 * @param {string} own the program's own licence
 */
export function notices(shipped, own) {
  return [
    'Linework is made with the work of many others. This is what is in it, with its licences.',
    'Electron contains Chromium and Node.js; their licences are in LICENSES.chromium.html, which',
    'Electron brings along. better-sqlite3 contains SQLite, which is in the public domain.',
    '',
    rule,
    'Linework',
    '',
    own.trim(),
    '',
    ...shipped.map(partOf),
  ].join('\n')
}
