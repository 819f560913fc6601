import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchLinework } from '../../test/support/electron.ts'
import { root } from '../setup/paths.mjs'
import { icns, icnsTypes, ico, icoSizes, linuxSizes } from './icon-files.mjs'

/** macOS leaves a margin around its icons: 824 of 1024 are the shape, which is 480 of 512 here. */
const MAC_SCALE = 824 / 1024 / (480 / 512)

/** Draws the SVG in the window, whose engine draws everything else of the program too. */
async function draw(page, svg, size, scale) {
  const drawn = await page.evaluate(
    async ([source, width, share]) => {
      const picture = new Image()
      picture.src = `data:image/svg+xml;base64,${source}`
      await picture.decode()
      const canvas = Object.assign(document.createElement('canvas'), { width, height: width })
      const context = canvas.getContext('2d')
      const side = width * share
      context.drawImage(picture, (width - side) / 2, (width - side) / 2, side, side)
      const { data } = context.getImageData(0, 0, width, width)
      return { rgba: Array.from(data), url: canvas.toDataURL('image/png') }
    },
    [svg.toString('base64'), size, scale],
  )
  const png = Buffer.from(drawn.url.slice(drawn.url.indexOf(',') + 1), 'base64')
  return { size, rgba: Uint8Array.from(drawn.rgba), png }
}

const resources = join(root, 'resources')
const svg = readFileSync(join(resources, 'icon.svg'))
const userData = mkdtempSync(join(tmpdir(), 'linework-icons-'))
const { window: page, close } = await launchLinework({ userData })
try {
  const all = async (sizes, scale) => {
    const pictures = new Map()
    for (const size of new Set(sizes)) pictures.set(size, await draw(page, svg, size, scale))
    return pictures
  }
  const plain = await all([...icoSizes, ...linuxSizes], 1)
  const mac = await all(
    icnsTypes.map(([, size]) => size),
    MAC_SCALE,
  )
  writeFileSync(join(resources, 'icon.ico'), ico(icoSizes.map((size) => plain.get(size))))
  writeFileSync(
    join(resources, 'icon.icns'),
    icns((size) => mac.get(size)),
  )
  writeFileSync(join(resources, 'icon.png'), plain.get(512).png)
  mkdirSync(join(resources, 'icons'), { recursive: true })
  for (const size of linuxSizes)
    writeFileSync(join(resources, 'icons', `${size}x${size}.png`), plain.get(size).png)
} finally {
  await close()
  rmSync(userData, { recursive: true, force: true })
}
