import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where the window was, in device-independent pixels. */
export interface WindowPlace extends Rectangle {
  readonly maximized: boolean
}

export const smallest = { width: 960, height: 640 }
const usual = { width: 1440, height: 900 }

const pixels = z.number().int().min(-100_000).max(100_000)
const saved = z.object({
  x: pixels,
  y: pixels,
  width: pixels,
  height: pixels,
  maximized: z.boolean(),
})

/** What was saved, or null when there is nothing that can be used. */
export const readPlace = (file: string): WindowPlace | null => {
  try {
    return saved.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** Written beside and renamed: a crash leaves the old place or the new one. */
export const writePlace = (file: string, place: WindowPlace): void => {
  writeFileSync(`${file}.new`, JSON.stringify(place))
  renameSync(`${file}.new`, file)
}

const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(value, Math.max(low, high)))

/**
 * Fits `place` into the work area it overlaps most, of `areas` (the first is the main screen), so
 * that a window from a screen that was unplugged comes back where a person can reach it.
 */
export const fitPlace = (place: WindowPlace | null, areas: readonly Rectangle[]): WindowPlace => {
  const shared = (area: Rectangle): number => {
    if (!place) return 0
    const width = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x)
    const height =
      Math.min(place.y + place.height, area.y + area.height) - Math.max(place.y, area.y)
    return Math.max(0, width) * Math.max(0, height)
  }
  const area = areas.reduce(
    (best, other) => (shared(other) > shared(best) ? other : best),
    areas[0] ?? { x: 0, y: 0, ...usual },
  )
  const wish = place && shared(area) > 0 ? place : null
  const width = clamp(wish?.width ?? place?.width ?? usual.width, smallest.width, area.width)
  const height = clamp(wish?.height ?? place?.height ?? usual.height, smallest.height, area.height)
  const middle = {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
  }
  return {
    x: clamp(wish?.x ?? middle.x, area.x, area.x + area.width - width),
    y: clamp(wish?.y ?? middle.y, area.y, area.y + area.height - height),
    width,
    height,
    maximized: place?.maximized ?? false,
  }
}
