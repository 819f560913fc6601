import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { eventDescription } from '../../domain/event-words.ts'
import { privacyLevels, type Privacy } from '../../domain/settings.ts'
import { formatTitle } from '../../domain/title.ts'
import { words } from '../i18n/words.ts'
import { act } from '../stores/act.ts'
import { useSettings } from '../stores/studio.ts'
import { cx } from '../ui/classes.ts'
import styles from './settings.module.css'
import own from './studio.module.css'
import { text } from './text.ts'

const studio = words.studio

/** How much of a client goes into an artist's calendar, and what that looks like. */
export const PrivacySection = () => {
  const privacy = useSettings()?.privacy
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
        value={privacy ?? null}
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
      {privacy && <Preview privacy={privacy} />}
    </div>
  )
}

const Preview = ({ privacy }: { privacy: Privacy }) => {
  const { client, description, notes, ...contact } = studio.sample
  return (
    <section className={own.preview} aria-label={studio.preview}>
      <h3>{studio.preview}</h3>
      <p>{studio.previewHint}</p>
      <div className={own.event} role="status">
        <strong>{formatTitle('PENDING', client, description)}</strong>
        <p>{eventDescription(contact, notes, privacy) || studio.nothingMore}</p>
      </div>
      <p>{studio.settled}</p>
    </section>
  )
}

const choosePrivacy = (value: string): void => {
  const privacy = privacyLevels.find((level) => level === value)
  if (privacy) void act('settings.update', { privacy }, text.saved)
}
