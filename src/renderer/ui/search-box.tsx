import { Search, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { SearchField } from 'react-aria-components/SearchField'
import { cx } from './classes.ts'
import field from './field.module.css'
import styles from './search-box.module.css'

interface SearchBoxProps {
  label: string
  hint: string
  /** What the button that empties it is called. */
  clear: string
  value: string
  onChange: (value: string) => void
}

/** A field that filters what is below or beside it. */
export const SearchBox = ({ label, hint, clear, value, onChange }: SearchBoxProps) => (
  <SearchField className={cx(styles.search)} aria-label={label} value={value} onChange={onChange}>
    <div className={field.box}>
      <Search size={16} strokeWidth={1.75} aria-hidden="true" />
      <Input className={cx(field.bare)} placeholder={hint} />
      {value !== '' && (
        <Button className={cx(field.inline)} aria-label={clear}>
          <X size={15} aria-hidden="true" />
        </Button>
      )}
    </div>
  </SearchField>
)
