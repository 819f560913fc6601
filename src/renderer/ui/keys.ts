import { useEffect } from 'react'

const keyed =
  'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], ' +
  '[role=spinbutton], [role=menu], [role=listbox], [role=grid], [role=dialog], [role=alertdialog]'

/** These go on from one part to the next by arrow keys, and leave the letters alone. */
const arrowed = '[role=radiogroup], [role=toolbar]'

/** True where a single key belongs to what has the focus, and is no short cut. */
export const belongsToFocus = ({ target, key }: KeyboardEvent): boolean =>
  target instanceof Element &&
  target.closest(key.startsWith('Arrow') ? `${keyed}, ${arrowed}` : keyed) !== null

/** True where a person is typing. */
export const isTypedIn = ({ target }: Event): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, [contenteditable], [role=spinbutton]') !== null

/** Runs `actions[key]` for single letters pressed outside fields while this is on the screen. */
export const useLetterKeys = (actions: Readonly<Record<string, () => void>>): void => {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const action = actions[event.key.toLowerCase()]
      if (!action || belongsToFocus(event)) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [actions])
}
