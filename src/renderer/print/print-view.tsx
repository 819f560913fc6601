import { Printer, X } from 'lucide-react'
import { useState } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { words } from '../i18n/words.ts'
import { closeOverlay, useOverlay } from '../stores/overlay.ts'
import { usePlace } from '../stores/place.ts'
import { useActiveArtists } from '../stores/studio.ts'
import { useShownDate } from '../stores/view.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/classes.ts'
import { DateField } from '../ui/date-field.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { Segments } from '../ui/segments.tsx'
import { Select } from '../ui/select.tsx'
import { DaySheet } from './day-sheet.tsx'
import styles from './print.module.css'
import { text } from './text.ts'

const everyone = 'everyone'

/** Where paper is measured in inches. */
const lettersIn = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO'])

const usualPaper = (locale: string): 'a4' | 'letter' =>
  lettersIn.has(new Intl.Locale(locale).region ?? '') ? 'letter' : 'a4'

/** The day sheet as it will come out of the printer, of the whole day or of one artist. */
export const PrintView = () => {
  const { locale } = usePlace()
  const artists = useActiveArtists()
  const shown = useShownDate()
  const wish = useOverlay((state) => state.sheet)
  const [date, setDate] = useState(wish?.date ?? shown)
  const [artistId, setArtistId] = useState(wish?.artistId ?? everyone)
  const [paper, setPaper] = useState(usualPaper(locale))
  const chosen = artists.filter(({ id }) => artistId === everyone || id === artistId)
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => !open && closeOverlay()}
      className={cx(styles.all)}
    >
      <Modal className={cx(styles.modal)}>
        <Dialog className={cx(styles.dialog)}>
          <header className={styles.bar}>
            <Heading slot="title">{text.title}</Heading>
            <div className={styles.date}>
              <DateField label={text.date} hideLabel value={date} onChange={setDate} />
            </div>
            <Select
              label={text.whose}
              hideLabel
              value={artistId}
              onChange={setArtistId}
              choices={[
                { id: everyone, name: text.wholeDay },
                ...artists.map((artist) => ({
                  id: artist.id,
                  name: artist.name,
                  mark: <Monogram artist={artist} size={22} />,
                })),
              ]}
            />
            <Segments
              label={text.paper}
              value={paper}
              onChange={(id) => setPaper(id === 'letter' ? 'letter' : 'a4')}
              choices={[
                { id: 'a4', name: 'A4' },
                { id: 'letter', name: text.letter },
              ]}
            />
            <span className={styles.spring} />
            <Button look="ink" autoFocus onPress={() => window.print()}>
              <Printer size={16} strokeWidth={1.75} aria-hidden="true" />
              {text.print}
            </Button>
            <Button look="quiet" icon aria-label={words.common.close} onPress={closeOverlay}>
              <X size={18} strokeWidth={1.75} aria-hidden="true" />
            </Button>
          </header>
          {/* Focusable, so that it can be scrolled by keys. */}
          <div className={styles.desk} tabIndex={0} role="region" aria-label={text.preview}>
            <DaySheet date={date} artists={chosen} paper={paper} />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
