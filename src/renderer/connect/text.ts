import { words } from '../i18n/words.ts'

export const text = words.connect
