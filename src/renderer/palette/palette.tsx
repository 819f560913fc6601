import { Search } from 'lucide-react'
import { useEffect, useId, useState, type KeyboardEvent } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import type { Command } from '../../contract/announcements.ts'
import { closeOverlay } from '../stores/overlay.ts'
import { Key } from '../ui/button.tsx'
import { cx } from '../ui/classes.ts'
import dialog from '../ui/dialog.module.css'
import { groups, type Entry } from './entry.ts'
import styles from './palette.module.css'
import { text } from './text.ts'
import { useEntries } from './use-entries.ts'

/** Finds everything and does everything by typing a part of its name. */
export const Palette = ({ run }: { run: (command: Command) => void }) => (
  <ModalOverlay
    isOpen
    isDismissable
    onOpenChange={(open) => !open && closeOverlay()}
    className={cx(dialog.scrim, styles.scrim)}
  >
    <Modal className={cx(styles.palette)}>
      <Dialog aria-label={text.title} className={cx(styles.dialog)}>
        <Finder run={run} />
      </Dialog>
    </Modal>
  </ModalOverlay>
)

const choose = (entry: Entry | undefined): void => {
  if (!entry) return
  closeOverlay()
  entry.run()
}

const Finder = ({ run }: { run: (command: Command) => void }) => {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const listId = useId()
  const entries = useEntries(typed, run)
  const at = Math.max(
    0,
    entries.findIndex(({ id }) => id === chosen),
  )
  const current = entries[at]

  const press = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1 }
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setChosen(entries.at(step % Math.max(entries.length, 1))?.id ?? null)
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      choose(event.ctrlKey || event.metaKey ? entries[1] : current)
    }
  }
  const optionId = (entry: Entry): string => `${listId} ${entry.id}`.replaceAll(' ', '_')
  const currentId = current ? optionId(current) : undefined
  useEffect(() => {
    if (currentId) document.getElementById(currentId)?.scrollIntoView({ block: 'nearest' })
  }, [currentId])

  return (
    <>
      <div className={styles.box}>
        <Search size={20} strokeWidth={1.6} aria-hidden="true" />
        <input
          // The palette is opened to type in it.
          autoFocus
          role="combobox"
          aria-label={text.title}
          aria-expanded={entries.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={currentId}
          placeholder={text.placeholder}
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setChosen(null)
          }}
          onKeyDown={press}
        />
        <Key>Esc</Key>
      </div>
      <div id={listId} role="listbox" aria-label={text.results} className={styles.list}>
        {groups.map((group) => {
          const own = entries.filter((entry) => entry.group === group)
          return own.length === 0 ? null : (
            <div key={group} role="group" aria-label={text.groups[group]}>
              <div className={styles.group} aria-hidden="true">
                {text.groups[group]}
              </div>
              {own.map((entry) => (
                <Row
                  key={entry.id}
                  id={optionId(entry)}
                  entry={entry}
                  keys={
                    entry === current
                      ? ['Enter']
                      : entry === entries[1]
                        ? ['Ctrl', 'Enter']
                        : (entry.keys ?? [])
                  }
                  selected={entry === current}
                  onPoint={() => setChosen(entry.id)}
                  onChoose={() => choose(entry)}
                />
              ))}
            </div>
          )
        })}
      </div>
      {entries.length === 0 && (
        <div className={styles.nothing}>
          <p>{text.nothing(typed.trim())}</p>
          <p>{text.tryThis}</p>
        </div>
      )}
      <div className={styles.foot}>
        <span>
          <Key>↑</Key>
          <Key>↓</Key> {text.choose}
        </span>
        <span>
          <Key>Enter</Key> {text.open}
        </span>
        <span className={styles.hint}>{text.hint}</span>
      </div>
      <p className="visually-hidden" role="status">
        {text.count(entries.length)}
      </p>
    </>
  )
}

interface RowProps {
  id: string
  entry: Entry
  keys: readonly string[]
  selected: boolean
  onPoint: () => void
  onChoose: () => void
}

const Row = ({ id, entry, keys, selected, onPoint, onChoose }: RowProps) => (
  // The field keeps the focus and the keys; a row only takes the pointer.
  <div
    id={id}
    role="option"
    tabIndex={-1}
    aria-selected={selected}
    className={styles.row}
    onPointerMove={onPoint}
    onPointerDown={(event) => event.preventDefault()}
    onClick={onChoose}
  >
    <span className={styles.mark}>{entry.mark}</span>
    <span className={styles.name}>
      <bdi>{entry.name}</bdi> <small>{entry.detail}</small>
    </span>
    {keys.map((key) => (
      <Key key={key}>{key}</Key>
    ))}
  </div>
)
