import { expect, it } from 'vitest'
import { choosePalette } from '../support/palette-png.ts'

it('keeps a rare colour that is like no other, and drops shades', () => {
  const greys = Array.from({ length: 120 }, (_, at) => [at * 0x01_01_01, 1000 - at] as const)
  const [ochre, magenta] = [0xb4_53_09, 0x9d_17_4d]
  const palette = choosePalette(new Map([...greys, [ochre, 30], [magenta, 20]]))
  expect(palette).toHaveLength(96)
  expect(new Set(palette).size).toBe(96)
  expect(palette).toEqual(expect.arrayContaining([ochre, magenta]))
  expect(palette.slice(0, 16)).toEqual(greys.slice(0, 16).map(([grey]) => grey))
})

it('keeps every colour where there are few', () => {
  expect(
    choosePalette(
      new Map([
        [5, 1],
        [7, 3],
      ]),
    ),
  ).toEqual([7, 5])
})
