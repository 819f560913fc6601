import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import { parseArgs } from 'node:util'
import { isZone } from '../src/domain/zone.ts'
import { busyReport } from '../src/main/ical/report.ts'

const usage = `npm run busy -- <folder-or-file> --zone America/Denver [--free-does-not-block] [--from DATE] [--to DATE]

Prints one JSON object: for each .ics file, by its path in the folder, { window, busy, warnings }.
DATE is 2026-07-01, 2026-07-01T14:00:00Z or 20260701T140000Z; all are UTC.`

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      zone: { type: 'string' },
      'free-does-not-block': { type: 'boolean', default: false },
      from: { type: 'string' },
      to: { type: 'string' },
    },
  })
  const [path, ...others] = positionals
  if (path === undefined || others.length > 0) throw new Error('Name one folder or file.')
  if (!values.zone || !isZone(values.zone)) throw new Error('--zone must be an IANA time zone.')
  const options = {
    zone: values.zone,
    freeDoesNotBlock: values['free-does-not-block'],
    from: instant('from', values.from),
    to: instant('to', values.to),
  }
  const reports = filesOf(path).map(([name, file]) => [name, reportOf(file, options)])
  process.stdout.write(`${JSON.stringify(Object.fromEntries(reports), null, 1)}\n`)
} catch (error) {
  process.stderr.write(`${error.message}\n\n${usage}\n`)
  process.exitCode = 1
}

function instant(option, text) {
  if (text === undefined) return undefined
  const digits = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?)?Z?$/.exec(
    text.replace(/[-:]/g, ''),
  )
  if (!digits) throw new Error(`--${option} is no date: ${text}`)
  const [year, month, day, hour = 0, minute = 0, second = 0] = digits.slice(1).map((d) => d ?? 0)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

function filesOf(path) {
  if (!statSync(path).isDirectory()) return [[basename(path), path]]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.toLowerCase().endsWith('.ics'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [relative(path, file).split(sep).join('/'), file])
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

function reportOf(file, options) {
  try {
    return busyReport(readFileSync(file, 'utf8'), options)
  } catch (error) {
    if (error.code === undefined) throw error
    return { window: null, busy: [], warnings: [`The file cannot be read: ${error.code}.`] }
  }
}
