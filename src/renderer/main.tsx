import './styles/tokens.css'
import './styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { dateAt } from '../domain/zone.ts'
import { App } from './app.tsx'
import { languageOf } from '../domain/language.ts'
import { unlockWith } from './bridge.ts'
import { speak } from './i18n/words.ts'
import { askForPin } from './stores/unlock.ts'
import { rememberView } from './stores/remember.ts'
import { computerZone } from './stores/studio.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
speak(languageOf('system', navigator.languages))
unlockWith(askForPin)
rememberView(localStorage, () => dateAt(Date.now(), computerZone()))
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
