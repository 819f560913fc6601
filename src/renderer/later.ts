import { lazy, type ComponentType } from 'react'

type Load<Props> = () => Promise<ComponentType<Props>>

/** A part of the window that is not needed for its first picture: its code comes when it is first shown. */
export const later = <Props extends object>(load: Load<Props>): ComponentType<Props> =>
  lazy(async () => ({ default: await load() }))

/** Fetches code once there is nothing else to do, so that nobody waits for it at the first click. */
export const fetchWhenIdle = (loads: readonly (() => Promise<unknown>)[]): (() => void) => {
  const waiting = requestIdleCallback(() => void Promise.all(loads.map((load) => load())), {
    timeout: 3_000,
  })
  return () => cancelIdleCallback(waiting)
}
