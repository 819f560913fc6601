import { useState, type FormEvent, type ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { words } from '../i18n/words.ts'
import { Button } from './button.tsx'
import { cx } from './classes.ts'
import styles from './dialog.module.css'

type Width = boolean | 'columns' | 'table'

interface DialogProps {
  title: string
  onClose: () => void
  children: ReactNode
  /** `true` for a form with more in it, `columns` for two lists, `table` for rows. */
  wide?: Width
}

/** A modal dialog that is open as long as it is rendered. Focus goes back to where it was. */
export const Dialog = ({ title, onClose, children, wide = false }: DialogProps) => (
  <ModalOverlay
    isOpen
    isDismissable={false}
    onOpenChange={(open) => !open && onClose()}
    className={cx(styles.scrim)}
  >
    <Modal className={cx(styles.modal, wide !== false && styles[wide === true ? 'wide' : wide])}>
      <AriaDialog className={cx(styles.dialog)}>
        <Heading slot="title" className={cx(styles.title)}>
          {title}
        </Heading>
        {children}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
)

/** The buttons at the foot of a dialog, the one that goes on last. */
export const DialogActions = ({ children }: { children: ReactNode }) => (
  <div className={styles.actions}>{children}</div>
)

interface ConfirmProps {
  title: string
  confirm: string
  onConfirm: () => void
  onClose: () => void
  children: ReactNode
  /** What is confirmed cannot be taken back: an outlined danger button in place of the ink one. */
  danger?: boolean
  back?: string
  busy?: boolean
  disabled?: boolean
  wide?: Width
  /** Something was typed or chosen in it; leaving asks first. */
  unsaved?: boolean
}

/** A dialog that asks before something is done; the form inside is sent with Enter. */
export const Confirm = (props: ConfirmProps) => {
  const [leaving, setLeaving] = useState(false)
  const leave = (): void => (props.unsaved ? setLeaving(true) : props.onClose())
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!props.busy && !props.disabled) props.onConfirm()
  }
  return (
    <>
      <Dialog title={props.title} onClose={leave} wide={props.wide ?? false}>
        <form noValidate onSubmit={submit}>
          <div className={styles.body}>{props.children}</div>
          <DialogActions>
            <Button onPress={leave}>{props.back ?? words.common.back}</Button>
            <Button
              type="submit"
              look={props.danger ? 'danger' : 'ink'}
              isDisabled={(props.busy ?? false) || (props.disabled ?? false)}
            >
              {props.confirm}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
      {leaving && (
        <Confirm
          title={words.common.discardTitle}
          confirm={words.common.discard}
          back={words.common.keepEditing}
          danger
          onConfirm={props.onClose}
          onClose={() => setLeaving(false)}
        >
          <p>{words.common.discardBody}</p>
        </Confirm>
      )}
    </>
  )
}
