import { Download } from 'lucide-react'
import { act } from '../stores/act.ts'
import { tell } from '../stores/toasts.ts'
import { Bar } from '../ui/bar.tsx'
import { Button } from '../ui/button.tsx'
import { text } from './text.ts'

export const SyncBar = () => (
  <Bar title={text.sync} aside={text.live}>
    <Button onPress={() => void exportLog()}>
      <Download size={16} strokeWidth={1.75} aria-hidden="true" />
      {text.exportLog}
    </Button>
  </Bar>
)

/** The whole log as far as it is kept. */
const exportLog = async (): Promise<void> => {
  const result = await act('export.save', { kind: 'sync-log' })
  if (result.ok && result.value.file !== null) tell('ok', text.saved(result.value.file))
}
