import type { Command } from '../../contract/announcements.ts'
import { commandKeys, keysOf } from '../format/command-keys.ts'
import { words } from '../i18n/words.ts'
import { closeOverlay } from '../stores/overlay.ts'
import { Button, Key } from '../ui/button.tsx'
import { Dialog, DialogActions } from '../ui/dialog.tsx'
import styles from './keys-help.module.css'
import { text } from './text.ts'

const commands = new Set(commandKeys.map(([, command]) => command))

const inCalendar: ReadonlySet<Command> = new Set([
  'today',
  'previous',
  'next',
  'go-to-date',
  'show-day',
  'show-week',
  'show-list',
])

const groups = [
  { id: 'everywhere', commands: [...commands].filter((command) => !inCalendar.has(command)) },
  { id: 'calendar', commands: [...inCalendar] },
  { id: 'requests', commands: [] },
] as const

/** Every key there is, with what it does. */
export const KeysHelp = () => (
  <Dialog title={text.keys} wide="columns" onClose={closeOverlay}>
    <div className={styles.groups}>
      {groups.map((group) => (
        <section key={group.id}>
          <h3>{text.keyGroups[group.id]}</h3>
          <dl>
            {group.commands.map((command) => (
              <Row key={command} keys={keysOf(command)} name={words.palette.commands[command]} />
            ))}
            {text.otherKeys[group.id].map(({ keys, name }) => (
              <Row key={name} keys={keys} name={name} />
            ))}
          </dl>
        </section>
      ))}
    </div>
    <DialogActions>
      <Button onPress={closeOverlay}>{words.common.close}</Button>
    </DialogActions>
  </Dialog>
)

const Row = ({ keys, name }: { keys: readonly string[]; name: string }) => (
  <div className={styles.row}>
    <dt>
      {keys.map((key) => (
        <Key key={key} spoken>
          {key}
        </Key>
      ))}
    </dt>
    <dd>{name}</dd>
  </div>
)
