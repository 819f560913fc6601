import type { ComponentType } from 'react'
import { settingsSections, showSettings, useView, type SettingsSection } from '../stores/view.ts'
import { words } from '../i18n/words.ts'
import { unsavedOf, useSettingsDraft } from '../stores/settings-draft.ts'
import { useSettings } from '../stores/studio.ts'
import { useUpdateWaits } from '../stores/update-waits.ts'
import { AccountsSection } from './accounts-section.tsx'
import { ArtistsSection } from './artists-section.tsx'
import { BackupsSection } from './backups-section.tsx'
import { CertificatesSection } from './certificates-section.tsx'
import { NotificationsSection } from './notifications-section.tsx'
import { PrivacySection } from './privacy-section.tsx'
import { AppearanceSection, SyncSection } from './small-sections.tsx'
import { SecuritySection } from './security-section.tsx'
import styles from './settings.module.css'
import { StudioSection } from './studio-section.tsx'
import { TimeOffSection } from './time-off-section.tsx'
import { UpdatesSection } from './updates-section.tsx'
import { text } from './text.ts'

const bodies: Record<SettingsSection, ComponentType> = {
  studio: StudioSection,
  artists: ArtistsSection,
  timeOff: TimeOffSection,
  accounts: AccountsSection,
  certificates: CertificatesSection,
  sync: SyncSection,
  privacy: PrivacySection,
  notifications: NotificationsSection,
  security: SecuritySection,
  backups: BackupsSection,
  updates: UpdatesSection,
  appearance: AppearanceSection,
}

/** A dot for the eye, and what it means for everybody else. */
const Mark = ({ children }: { children: string }) => (
  <>
    <i className={styles.dot} />
    <span className="visually-hidden">{children}</span>
  </>
)

export const SettingsScreen = () => {
  const section = useView((view) => view.settingsSection)
  const Body = bodies[section]
  const settings = useSettings()
  const updateWaits = useUpdateWaits(({ waits }) => waits)
  const draft = useSettingsDraft((edited) => edited.draft)
  const unsaved = settings && Object.keys(unsavedOf(draft, settings)).length > 0
  return (
    <div className={styles.settings}>
      <nav className={styles.nav} aria-label={text.settings}>
        {settingsSections.map((id) => (
          <button
            key={id}
            type="button"
            aria-current={section === id ? 'page' : undefined}
            onClick={() => showSettings(id)}
          >
            {text.sections[id]}
            {id === 'studio' && unsaved && <Mark>{words.studio.notSavedHere}</Mark>}
            {id === 'updates' && updateWaits && <Mark>{words.updates.waits}</Mark>}
          </button>
        ))}
      </nav>
      <Body />
    </div>
  )
}
