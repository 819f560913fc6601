import type { ComponentType } from 'react'
import { settingsSections, showSettings, useView, type SettingsSection } from '../stores/view.ts'
import { AccountsSection } from './accounts-section.tsx'
import { ArtistsSection } from './artists-section.tsx'
import { CertificatesSection } from './certificates-section.tsx'
import { AppearanceSection, PrivacySection, SyncSection } from './small-sections.tsx'
import { SecuritySection } from './security-section.tsx'
import styles from './settings.module.css'
import { StudioSection } from './studio-section.tsx'
import { TimeOffSection } from './time-off-section.tsx'
import { text } from './text.ts'

const bodies: Record<SettingsSection, ComponentType> = {
  studio: StudioSection,
  artists: ArtistsSection,
  timeOff: TimeOffSection,
  accounts: AccountsSection,
  certificates: CertificatesSection,
  sync: SyncSection,
  privacy: PrivacySection,
  security: SecuritySection,
  appearance: AppearanceSection,
}

export const SettingsScreen = () => {
  const section = useView((view) => view.settingsSection)
  const Body = bodies[section]
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
          </button>
        ))}
      </nav>
      <Body />
    </div>
  )
}
