import { Bar } from '../ui/bar.tsx'
import { text } from './text.ts'

export const SettingsBar = () => <Bar title={text.settings} />
