import { SearchBox } from '../ui/search-box.tsx'
import styles from './clients.module.css'
import { text } from './text.ts'

interface ClientSearchProps {
  value: string
  onChange: (value: string) => void
}

export const ClientSearch = (props: ClientSearchProps) => (
  <div className={styles.search}>
    <SearchBox label={text.search} hint={text.searchHint} clear={text.clearSearch} {...props} />
  </div>
)
