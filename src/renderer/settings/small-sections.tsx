import { clocks, languageSettings, themes } from '../../domain/settings.ts'
import { words } from '../i18n/words.ts'
import { act } from '../stores/act.ts'
import { useSettings } from '../stores/studio.ts'
import { Switch } from '../ui/check-field.tsx'
import { Chips } from '../ui/chips.tsx'
import { Select } from '../ui/select.tsx'
import styles from './settings.module.css'
import own from './studio.module.css'
import { text } from './text.ts'

const intervals = [1, 2, 5, 10, 15, 30, 60]
const retentions = [14, 30, 90, 180, 365, 730]

const studio = words.studio

export const SyncSection = () => {
  const settings = useSettings()
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          <h2>{text.syncTitle}</h2>
          <p>{text.intervalHint}</p>
        </div>
      </div>
      <div className={styles.form}>
        <Select
          label={text.interval}
          value={settings ? String(settings.pullMinutes) : null}
          onChange={(id) => void act('settings.update', { pullMinutes: Number(id) }, text.saved)}
          choices={intervals.map((minutes) => ({
            id: String(minutes),
            name: text.minutes(minutes),
          }))}
        />
        <Select
          label={studio.logDays}
          aside={studio.logDaysHint}
          value={settings ? String(settings.logDays) : null}
          onChange={(id) => void act('settings.update', { logDays: Number(id) }, text.saved)}
          choices={retentions.map((days) => ({ id: String(days), name: studio.days(days) }))}
        />
      </div>
    </div>
  )
}

export const AppearanceSection = () => {
  const settings = useSettings()
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          <h2>{text.appearanceTitle}</h2>
          <p>{text.appearanceHint}</p>
        </div>
      </div>
      <div className={own.looks}>
        <h3>{text.theme}</h3>
        <Chips
          label={text.theme}
          value={settings?.theme ?? null}
          onChange={chooseTheme}
          choices={themes.map((id) => ({ id, name: text.themes[id] }))}
        />
        <h3>{text.languageTitle}</h3>
        <Chips
          label={text.languageTitle}
          value={settings?.language ?? null}
          onChange={chooseLanguage}
          choices={languageSettings.map((id) => ({ id, name: text.languages[id] }))}
        />
        <h3>{text.clockTitle}</h3>
        <Chips
          label={text.clockTitle}
          value={settings?.clock ?? null}
          onChange={chooseClock}
          choices={clocks.map((id) => ({ id, name: text.clocks[id] }))}
        />
        <h3>{text.trayTitle}</h3>
        <Switch
          value={settings?.closeToTray ?? false}
          onChange={(closeToTray) => void act('settings.appearance', { closeToTray })}
        >
          {text.closeToTray}
        </Switch>
      </div>
    </div>
  )
}

const chooseLanguage = (value: string): void => {
  const language = languageSettings.find((one) => one === value)
  if (language) void act('settings.appearance', { language })
}

const chooseClock = (value: string): void => {
  const clock = clocks.find((one) => one === value)
  if (clock) void act('settings.appearance', { clock })
}

const chooseTheme = (value: string): void => {
  const theme = themes.find((one) => one === value)
  if (theme) void act('settings.appearance', { theme })
}
