import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { clocks, languageSettings, privacyLevels, themes } from '../../domain/settings.ts'
import { act } from '../stores/act.ts'
import { useSettings } from '../stores/studio.ts'
import { Chips } from '../ui/chips.tsx'
import { cx } from '../ui/classes.ts'
import { Select } from '../ui/select.tsx'
import styles from './settings.module.css'
import { text } from './text.ts'

const intervals = [1, 2, 5, 10, 15, 30, 60]

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
      </div>
    </div>
  )
}

export const PrivacySection = () => {
  const settings = useSettings()
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          <h2>{text.privacyTitle}</h2>
          <p>{text.privacyQuestion}</p>
        </div>
      </div>
      <RadioGroup
        className={cx(styles.form, styles.choices)}
        aria-label={text.privacyQuestion}
        value={settings?.privacy ?? null}
        onChange={choosePrivacy}
      >
        {privacyLevels.map((level) => (
          <Radio key={level} value={level} className={cx(styles.choice)}>
            <span>
              <strong>{text.privacyLevels[level].name}</strong>
              <small>{text.privacyLevels[level].detail}</small>
            </span>
          </Radio>
        ))}
      </RadioGroup>
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
    </div>
  )
}

const choosePrivacy = (value: string): void => {
  const privacy = privacyLevels.find((level) => level === value)
  if (privacy) void act('settings.update', { privacy }, text.saved)
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
