/** A square picture: `rgba` is rows from the top, four bytes a pixel; `png` the same as a file. */
/** @typedef {{ size: number, rgba: Uint8Array, png: Uint8Array }} Picture */

/** The sizes Windows asks for; from 256 on as PNG, as older parts of it read only bitmaps below. */
export const icoSizes = [16, 24, 32, 48, 64, 128, 256]

/** Sizes of the pictures macOS keeps, and the type of each: those for dense screens are twice as large. */
export const icnsTypes = [
  ['ic04', 16],
  ['ic05', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
]

/** The folders of the icon theme on Linux (freedesktop.org Icon Theme Specification). */
export const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512]

/** A bitmap as it is inside an ICO: rows from the bottom, BGRA, then one transparent bit a pixel. */
function bitmap({ size, rgba }) {
  const header = Buffer.alloc(40)
  header.writeUInt32LE(40, 0)
  header.writeInt32LE(size, 4)
  // Colour and mask count as one picture of twice the height.
  header.writeInt32LE(size * 2, 8)
  header.writeUInt16LE(1, 12)
  header.writeUInt16LE(32, 14)
  const pixels = Buffer.alloc(size * size * 4)
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const from = (y * size + x) * 4
      const [red, green, blue, alpha] = rgba.subarray(from, from + 4)
      pixels.set([blue, green, red, alpha], ((size - 1 - y) * size + x) * 4)
    }
  }
  const mask = Buffer.alloc(Math.ceil(size / 32) * 4 * size)
  return Buffer.concat([header, pixels, mask])
}

/** An `.ico` of several pictures. @param {Picture[]} pictures */
export function ico(pictures) {
  const bodies = pictures.map((one) => (one.size < 256 ? bitmap(one) : Buffer.from(one.png)))
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, { size }] of pictures.entries()) {
    const at = 6 + 16 * index
    // A byte each for width and height, in which 256 is 0.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(bodies[index].length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += bodies[index].length
  }
  return Buffer.concat([head, ...bodies])
}

/** One channel in the packing of ICNS: a length less one, then so many bytes as they are. */
function literalRuns(channel) {
  const runs = []
  for (let at = 0; at < channel.length; at += 128) {
    const run = channel.subarray(at, at + 128)
    runs.push(Buffer.from([run.length - 1]), run)
  }
  return Buffer.concat(runs)
}

/** The smallest sizes are not read as PNG: four channels one after the other. */
function argb({ rgba }) {
  const channel = (index) => Buffer.from(rgba.filter((_byte, at) => at % 4 === index))
  return Buffer.concat([
    Buffer.from('ARGB'),
    ...[3, 0, 1, 2].map((one) => literalRuns(channel(one))),
  ])
}

const chunk = (type, body) => {
  const head = Buffer.alloc(8)
  head.write(type, 0, 'latin1')
  head.writeUInt32BE(8 + body.length, 4)
  return Buffer.concat([head, body])
}

/** An `.icns`. @param {(size: number) => Picture} pictureOf */
export function icns(pictureOf) {
  const chunks = icnsTypes.map(([type, size]) => {
    const picture = pictureOf(size)
    return chunk(type, size <= 32 && type < 'ic06' ? argb(picture) : Buffer.from(picture.png))
  })
  return chunk('icns', Buffer.concat(chunks))
}
