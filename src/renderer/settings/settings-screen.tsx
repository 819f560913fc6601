import { useState, type ComponentType } from 'react'
import { AccountsSection } from './accounts-section.tsx'
import { ArtistsSection } from './artists-section.tsx'
import { AppearanceSection, PrivacySection, SyncSection } from './small-sections.tsx'
import styles from './settings.module.css'
import { StudioSection } from './studio-section.tsx'
import { sections, text, type Section } from './text.ts'

const bodies: Record<Section, ComponentType> = {
  studio: StudioSection,
  artists: ArtistsSection,
  accounts: AccountsSection,
  sync: SyncSection,
  privacy: PrivacySection,
  appearance: AppearanceSection,
}

const order: readonly Section[] = ['studio', 'artists', 'accounts', 'sync', 'privacy', 'appearance']

export const SettingsScreen = () => {
  const [section, setSection] = useState<Section>('artists')
  const Body = bodies[section]
  return (
    <div className={styles.settings}>
      <nav className={styles.nav} aria-label={text.settings}>
        {order.map((id) => (
          <button
            key={id}
            type="button"
            aria-current={section === id ? 'page' : undefined}
            onClick={() => setSection(id)}
          >
            {sections[id]}
          </button>
        ))}
      </nav>
      <Body />
    </div>
  )
}
