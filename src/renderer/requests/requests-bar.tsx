import { useActiveArtists } from '../stores/studio.ts'
import { useView } from '../stores/view.ts'
import { Bar } from '../ui/bar.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { Select } from '../ui/select.tsx'
import { usePending } from './pending.ts'
import styles from './requests.module.css'
import { text } from './text.ts'

const everyone = 'everyone'

export const RequestsBar = () => {
  const artists = useActiveArtists()
  const artistId = useView((view) => view.requestArtist)
  const search = useView((view) => view.requestSearch)
  const number = usePending().value?.length ?? 0
  return (
    <Bar
      title={text.requests}
      aside={
        number > 0 && (
          <>
            {text.pending(number)}
            <span className={styles.order}>{text.oldestFirst}</span>
          </>
        )
      }
    >
      <SearchBox
        label={text.search}
        hint={text.search}
        clear={text.clearSearch}
        value={search}
        onChange={(requestSearch) => useView.setState({ requestSearch })}
      />
      <div className={styles.whose}>
        <Select
          label={text.filter}
          hideLabel
          value={artistId ?? everyone}
          onChange={(id) => useView.setState({ requestArtist: id === everyone ? null : id })}
          choices={[
            { id: everyone, name: text.allArtists },
            ...artists.map((artist) => ({
              id: artist.id,
              name: artist.name,
              mark: <Monogram artist={artist} size={22} />,
            })),
          ]}
        />
      </div>
    </Bar>
  )
}
