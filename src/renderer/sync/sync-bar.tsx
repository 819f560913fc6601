import { Bar } from '../ui/bar.tsx'
import { text } from './text.ts'

export const SyncBar = () => <Bar title={text.sync} aside={text.live} />
