import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** Pictures of a window have few colours: a palette makes a third of the file (PNG, W3C 2003). */

/** Fewer make smaller files; with 64, pale tints of artists begin to fall together. */
const COLOURS = 96

/** Of them so many are the most frequent; the rest keeps what is rare and like none of those. */
const FREQUENT = 16

interface Raster {
  readonly width: number
  readonly height: number
  /** Red, green and blue of each pixel. */
  readonly rgb: Uint8Array
}

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])

const paeth = (left: number, up: number, corner: number): number => {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

/** Reads what Chromium writes: eight bits a channel, with or without alpha, not interlaced. */
const decode = (png: Buffer): Raster => {
  const packed: Buffer[] = []
  let [width, height, channels] = [0, 0, 3]
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    const body = png.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR') {
      width = body.readUInt32BE(0)
      height = body.readUInt32BE(4)
      channels = body[9] === 6 ? 4 : 3
    } else if (type === 'IDAT') packed.push(body)
    at += 12 + length
  }
  const raw = inflateSync(Buffer.concat(packed))
  const stride = width * channels
  const lines = new Uint8Array(stride * height)
  const rgb = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x
      const left = x >= channels ? (lines[at - channels] ?? 0) : 0
      const up = y > 0 ? (lines[at - stride] ?? 0) : 0
      const corner = x >= channels && y > 0 ? (lines[at - stride - channels] ?? 0) : 0
      const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, corner)]
      lines[at] = (raw[y * (stride + 1) + 1 + x] ?? 0) + (guesses[filter] ?? 0)
      const channel = x % channels
      if (channel < 3) rgb[(y * width + Math.floor(x / channels)) * 3 + channel] = lines[at] ?? 0
    }
  }
  return { width, height, rgb }
}

const distance = (a: number, b: number): number =>
  ((a >> 16) - (b >> 16)) ** 2 +
  (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 +
  ((a & 255) - (b & 255)) ** 2

const chunk = (type: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(body.length, 0)
  frame.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}

/**
 * The colours, by how many pixels each has, that a picture loses least with: the most frequent, then
 * one by one what is furthest from them all times its pixels.
 */
export const choosePalette = (counts: ReadonlyMap<number, number>): number[] => {
  const byCount = [...counts].toSorted((a, b) => b[1] - a[1])
  const chosen = byCount.slice(0, FREQUENT).map(([colour]) => colour)
  const left = byCount.slice(FREQUENT).map(([colour, count]) => ({
    colour,
    count,
    away: Math.min(...chosen.map((known) => distance(known, colour))),
  }))
  while (chosen.length < COLOURS && left.length > 0) {
    const loss = left.map(({ count, away }) => count * away)
    const [{ colour } = { colour: 0 }] = left.splice(loss.indexOf(Math.max(...loss)), 1)
    chosen.push(colour)
    for (const one of left) one.away = Math.min(one.away, distance(colour, one.colour))
  }
  return chosen
}

/** The same picture in a few of its colours. */
export const withPalette = (png: Buffer): Buffer => {
  const { width, height, rgb } = decode(png)
  const colours = new Uint32Array(width * height)
  const counts = new Map<number, number>()
  for (let at = 0; at < colours.length; at++) {
    const colour =
      ((rgb[at * 3] ?? 0) << 16) | ((rgb[at * 3 + 1] ?? 0) << 8) | (rgb[at * 3 + 2] ?? 0)
    colours[at] = colour
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const palette = choosePalette(counts)
  const indexOf = new Map(palette.map((colour, index) => [colour, index]))
  const nearest = (colour: number): number => {
    let best = 0
    for (const [index, known] of palette.entries())
      if (distance(known, colour) < distance(palette[best] ?? 0, colour)) best = index
    indexOf.set(colour, best)
    return best
  }
  const lines = Buffer.alloc((width + 1) * height)
  for (const [at, colour] of colours.entries())
    lines[Math.floor(at / width) * (width + 1) + 1 + (at % width)] =
      indexOf.get(colour) ?? nearest(colour)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const table = Buffer.from(
    palette.flatMap((rgbOf) => [rgbOf >> 16, (rgbOf >> 8) & 255, rgbOf & 255]),
  )
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', table),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
