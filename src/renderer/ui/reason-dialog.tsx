import { useState } from 'react'
import { words } from '../i18n/words.ts'
import { Confirm } from './dialog.tsx'
import { TextField } from './text-field.tsx'

interface ReasonDialogProps {
  title: string
  body: string
  confirm: string
  onConfirm: (reason: string) => void
  onClose: () => void
}

/** Confirms an end, with a reason that is kept. */
export const ReasonDialog = ({ title, body, confirm, onConfirm, onClose }: ReasonDialogProps) => {
  const [reason, setReason] = useState('')
  return (
    <Confirm
      title={title}
      confirm={confirm}
      danger
      onConfirm={() => onConfirm(reason)}
      onClose={onClose}
    >
      <p>{body}</p>
      <TextField
        label={words.common.reason}
        hint={words.common.reasonHint}
        value={reason}
        onChange={setReason}
        autoFocus
      />
    </Confirm>
  )
}
