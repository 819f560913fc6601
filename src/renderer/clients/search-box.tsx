import { Search, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { SearchField } from 'react-aria-components/SearchField'
import { cx } from '../ui/classes.ts'
import field from '../ui/field.module.css'
import styles from './clients.module.css'
import { text } from './text.ts'

interface SearchBoxProps {
  value: string
  onChange: (value: string) => void
}

export const SearchBox = ({ value, onChange }: SearchBoxProps) => (
  <SearchField
    className={cx(styles.search)}
    aria-label={text.search}
    value={value}
    onChange={onChange}
  >
    <div className={field.box}>
      <Search size={16} strokeWidth={1.75} aria-hidden="true" />
      <Input className={cx(field.bare)} placeholder={text.searchHint} />
      {value !== '' && (
        <Button className={cx(field.inline)} aria-label={text.clearSearch}>
          <X size={15} aria-hidden="true" />
        </Button>
      )}
    </div>
  </SearchField>
)
