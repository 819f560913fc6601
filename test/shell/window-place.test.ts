import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fitPlace, readPlace, writePlace } from '../../src/main/shell/window-place.ts'

const main = { x: 0, y: 25, width: 1920, height: 1055 }
const second = { x: 1920, y: 0, width: 2560, height: 1440 }
const place = { x: 200, y: 100, width: 1200, height: 800, maximized: false }

describe('fitPlace', () => {
  it('opens in the middle of the main screen the first time', () => {
    expect(fitPlace(null, [main, second])).toEqual({
      x: 240,
      y: 103,
      width: 1440,
      height: 900,
      maximized: false,
    })
  })

  it('leaves a window where it was', () => {
    expect(fitPlace(place, [main])).toEqual(place)
    const aside = { ...place, x: 2000, maximized: true }
    expect(fitPlace(aside, [main, second])).toEqual(aside)
  })

  it('brings a window back from a screen that is gone, in its size', () => {
    const back = fitPlace({ ...place, x: 2400, width: 1300 }, [main])
    expect(back).toMatchObject({ width: 1300, height: 800, x: 310, y: 153 })
  })

  it('pulls in what hangs over the edge and shrinks what is too large', () => {
    expect(fitPlace({ ...place, x: 1500, y: 700 }, [main])).toMatchObject({ x: 720, y: 280 })
    expect(fitPlace({ ...place, width: 5000, height: 5000 }, [main])).toMatchObject(main)
  })

  it('does not go below what the window needs', () => {
    expect(fitPlace({ ...place, width: 10, height: 10 }, [main])).toMatchObject({
      width: 960,
      height: 640,
    })
    const tiny = { x: 0, y: 0, width: 800, height: 480 }
    expect(fitPlace(null, [tiny])).toMatchObject({ x: 0, y: 0, width: 960, height: 640 })
  })
})

describe('the file of the place', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'linework-place-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('gives back what was written and leaves nothing beside it', () => {
    const file = join(folder, 'window.json')
    writePlace(file, place)
    writePlace(file, { ...place, x: 1 })
    expect(readPlace(file)).toEqual({ ...place, x: 1 })
    expect(readdirSync(folder)).toEqual(['window.json'])
  })

  it.each(['', '{', '[]', '{"x":1}', JSON.stringify({ ...place, width: 'wide' })])(
    'is as good as none when it holds %j',
    (text) => {
      const file = join(folder, 'window.json')
      writeFileSync(file, text)
      expect(readPlace(file)).toBeNull()
      expect(readPlace(join(folder, 'absent.json'))).toBeNull()
    },
  )
})
