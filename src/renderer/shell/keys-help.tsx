import { commandKeys, keysOf } from '../format/command-keys.ts'
import { words } from '../i18n/words.ts'
import { closeOverlay } from '../stores/overlay.ts'
import { Button, Key } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import styles from './keys-help.module.css'
import { text } from './text.ts'

const commands = [...new Set(commandKeys.map(([, command]) => command))]

/** Every key there is, with what it does. */
export const KeysHelp = () => (
  <Dialog title={text.keys} wide onClose={closeOverlay}>
    <dl className={styles.keys}>
      {commands.map((command) => (
        <Row key={command} keys={keysOf(command)} name={words.palette.commands[command]} />
      ))}
      {text.otherKeys.map(({ keys, name }) => (
        <Row key={name} keys={keys} name={name} />
      ))}
    </dl>
    <Button onPress={closeOverlay}>{words.common.close}</Button>
  </Dialog>
)

const Row = ({ keys, name }: { keys: readonly string[]; name: string }) => (
  <div>
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
