// What Electron's own default application does for `electron <folder>`, for an Electron that came
// without it.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const folder = resolve(process.argv.slice(1).find((arg) => !arg.startsWith('-')) ?? '.')
const { name, productName, version, main } = JSON.parse(
  readFileSync(join(folder, 'package.json'), 'utf8'),
)

app.setAppPath(folder)
app.setName(productName ?? name)
app.setVersion(version)

// `ready` waits for the import of this file, so the application has to be imported in it.
await import(pathToFileURL(join(folder, main)).href)
