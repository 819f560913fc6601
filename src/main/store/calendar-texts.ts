import Database from 'better-sqlite3'
import { translated } from './errors.ts'

export interface ArtistTexts {
  readonly artist: string
  /** The calendar objects as the server has them, of all the artist's calendars. */
  readonly texts: Iterable<string>
}

/** Hands over the stored calendar objects artist by artist, as of one moment. Throws StoreError. */
export const eachArtistsTexts = (
  file: string,
  nativeBinding: string | undefined,
  take: (texts: ArtistTexts) => void,
): void =>
  translated(() => {
    const client = new Database(file, { readonly: true, fileMustExist: true, nativeBinding })
    try {
      client.transaction(() => {
        const texts = client
          .prepare<[string], string>(
            `select object.text from remote_objects object
             join artist_calendars calendar on calendar.id = object.calendar_id
             where calendar.artist_id = ? and object.text <> '' order by object.id`,
          )
          .pluck()
        const artists = client.prepare<[], { id: string; name: string }>(
          'select distinct artists.id, artists.name from artists join artist_calendars on artist_id = artists.id order by artists.name, artists.id',
        )
        for (const { id, name } of artists.all()) take({ artist: name, texts: texts.iterate(id) })
      })()
    } finally {
      client.close()
    }
  })
