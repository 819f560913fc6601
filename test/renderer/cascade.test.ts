import { describe, expect, test } from 'vitest'
import { cascade, descriptionLines } from '../../src/renderer/calendar/layout.ts'

const rounded = (cards: { from: number; to: number }[]) =>
  cascade(cards).map(({ left, width, depth }) => [
    Math.round(left * 1000) / 1000,
    Math.round(width * 1000) / 1000,
    depth,
  ])

describe('cascade', () => {
  test('cards that only touch keep the full width', () => {
    expect(
      rounded([
        { from: 600, to: 660 },
        { from: 660, to: 720 },
      ]),
    ).toEqual([
      [0, 1, 0],
      [0, 1, 0],
    ])
  })

  test('a later card lies on top from 38 % on', () => {
    expect(
      rounded([
        { from: 750, to: 930 },
        { from: 885, to: 945 },
      ]),
    ).toEqual([
      [0, 1, 0],
      [0.38, 0.62, 1],
    ])
  })

  test('the same start is split evenly', () => {
    expect(
      rounded([
        { from: 600, to: 660 },
        { from: 600, to: 720 },
      ]),
    ).toEqual([
      [0.5, 0.5, 0],
      [0, 0.5, 0],
    ])
  })

  test('a level is used again once it is free', () => {
    expect(
      rounded([
        { from: 600, to: 900 },
        { from: 630, to: 660 },
        { from: 690, to: 720 },
      ]).map(([, , depth]) => depth),
    ).toEqual([0, 1, 1])
  })

  test('three deep, every card begins right of the one below and ends inside the column', () => {
    const places = cascade([
      { from: 600, to: 900 },
      { from: 610, to: 900 },
      { from: 620, to: 900 },
    ])
    expect(places.map(({ depth }) => depth)).toEqual([0, 1, 2])
    for (const { left, width } of places) expect(left + width).toBeCloseTo(1)
  })

  test('places come in the order of the cards, whatever their starts', () => {
    expect(
      rounded([
        { from: 700, to: 800 },
        { from: 600, to: 750 },
      ]).map(([left]) => left),
    ).toEqual([0.38, 0])
  })
})

test('only whole lines of a description are shown', () => {
  expect(descriptionLines(43, false)).toBe(0)
  expect(descriptionLines(60, false)).toBe(1)
  expect(descriptionLines(100, true)).toBe(2)
})
