import { scrolledTo, type Frame } from './pointing.ts'
import type { Stretch } from './scale.ts'

/** Measures the grid in `view`; that costs a layout. */
export const frameOf = (view: HTMLElement, columns: number): Frame => {
  const { left, top } = view.getBoundingClientRect()
  const gutter = view.querySelector<HTMLElement>('[data-gutter]')
  const width = gutter?.offsetWidth ?? 0
  return {
    left,
    top,
    right: left + view.clientWidth,
    bottom: top + view.clientHeight,
    scrollLeft: view.scrollLeft,
    scrollTop: view.scrollTop,
    gutter: width,
    head: gutter?.offsetTop ?? 0,
    columnWidth: (view.scrollWidth - width) / columns,
    columns,
  }
}

/** Scrolls no further than it takes to see `stretch` of a column. */
export const reveal = (
  view: HTMLElement,
  columns: number,
  column: number,
  stretch: Stretch,
): void => {
  view.scrollTo(scrolledTo(frameOf(view, columns), column, stretch))
}
