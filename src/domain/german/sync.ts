import type { Wordings } from '../sentence.ts'

/** What is said about changes in the artists' calendars. */
export const sync: Wordings = {
  '{client}: {trouble}': '{client}: {trouble}',
  '{client}, {when}: {why}': '{client}, {when}: {why}',
  '{client}, {when}: {why}.': '{client}, {when}: {why}.',
  '{client}, {when}, was not sent. {why}.': '{client}, {when}, wurde nicht gesendet. {why}.',
  'A booking': 'Eine Buchung',
  'An artist': 'Jemand',
  'The artist before': 'Jemand',
  '{when}': '{when}',
  '{when} · {words}': '{when} · {words}',
  '“{title}”, {when}': '„{title}“, {when}',
  'Overlaps {hit}': 'Überschneidet sich mit {hit}',
  'Not sent: {artist} has {hit}.': 'Nicht gesendet: {artist} hat {hit}.',
  Cancelled: 'Abgesagt',
  Deleted: 'Gelöscht',
  'Cannot be read': 'Nicht lesbar',
  'Cancelled here while {artist} changed the event so that it cannot be read. It is still in the calendar.':
    'Hier abgesagt, während {artist} den Termin so geändert hat, dass er nicht lesbar ist. Er steht noch im Kalender.',
  'Cancelled in the calendar': 'Im Kalender abgesagt',
  'Deleted in the calendar': 'Im Kalender gelöscht',
  'Deleted in the calendar, or hidden from the studio':
    'Im Kalender gelöscht oder vor dem Studio verborgen',
  '{artist} moved {client} from {before} to {after}.':
    '{artist} hat {client} verschoben: {before} → {after}.',
  '{artist} changed the title of {client}’s booking to “{title}”.':
    '{artist} hat die Buchung von {client} umbenannt: „{title}“.',
  '{artist} cancelled {client}, {when}.': '{artist} hat {client} abgesagt, {when}.',
  '{artist} made {client}, {when}, a request again.':
    '{artist} hat {client}, {when}, wieder zur Anfrage gemacht.',
  '{artist} approved {client}, {when}.': '{artist} hat {client} zugesagt, {when}.',
  '{artist} deleted {client}, {when}.': '{artist} hat {client} gelöscht, {when}.',
  '{client}, {when}, is no longer in {artist}’s calendar: it was deleted there, or hidden from the studio.':
    '{client}, {when}, ist nicht mehr im Kalender von {artist}: dort gelöscht oder vor dem Studio verborgen.',
  '{client}, {when}, is in {artist}’s calendar again, and booked again.':
    '{client}, {when}, steht wieder im Kalender von {artist} und ist wieder gebucht.',
  '{client}, {when}, is cancelled, and its event is in {artist}’s calendar all the same. It stays in that calendar and takes its time: delete it there if it is not wanted.':
    '{client}, {when}, ist abgesagt, und trotzdem steht der Termin im Kalender von {artist}. Dort bleibt er und belegt seine Zeit: Dort löschen, wenn er nicht gewollt ist.',
  '{artist} deleted this booking in the calendar, or hid it from the studio, while it was being changed here.':
    '{artist} hat diese Buchung im Kalender gelöscht oder vor dem Studio verborgen, während sie hier geändert wurde.',
  '{artist} deleted this booking in the calendar while it was being changed here.':
    '{artist} hat diese Buchung im Kalender gelöscht, während sie hier geändert wurde.',
  'The event in {artist}’s calendar cannot be read any more. The booking is kept as it was.':
    'Der Termin im Kalender von {artist} ist nicht mehr lesbar. Die Buchung bleibt, wie sie war.',
  'Changed here and in {artist}’s calendar at the same time. The calendar’s version was kept.':
    'Hier und im Kalender von {artist} zugleich geändert. Die Fassung des Kalenders gilt.',
  'Cancelled here while {artist} changed it in the calendar. The calendar’s version was kept.':
    'Hier abgesagt, während {artist} im Kalender geändert hat. Die Fassung des Kalenders gilt.',
  'There is a second event of this booking in {artist}’s calendar. It stays in that calendar: delete it there if it is not wanted.':
    'Im Kalender von {artist} ist ein zweiter Termin dieser Buchung. Er bleibt in jenem Kalender: Löschen Sie ihn dort, wenn er nicht gewünscht ist.',
  '{artist} changed the event while the booking was moved away or cancelled. It stays in that calendar: delete it there if it is not wanted.':
    '{artist} hat den Termin geändert, während die Buchung verschoben oder abgesagt wurde. Er bleibt in jenem Kalender: Löschen Sie ihn dort, wenn er nicht gewünscht ist.',
  '{artist}’s calendar is missing {cancellations} of {inWindow} bookings. Nothing was cancelled: look at Sync and decide.':
    'Im Kalender von {artist} fehlen {cancellations} von {inWindow} Buchungen. Es wurde nichts abgesagt: Entscheiden Sie unter Sync.',
  'Cannot be read: {href}. Open it in the calendar and save it again, or delete it.':
    'Nicht lesbar: {href}. Öffnen Sie den Termin im Kalender und speichern Sie ihn noch einmal oder löschen Sie ihn.',
  'Cannot be read: {href} and {others} more. Open them in the calendar and save them again, or delete them.':
    'Nicht lesbar: {href} und {others} weitere. Öffnen Sie die Termine im Kalender und speichern Sie sie noch einmal oder löschen Sie sie.',
  'Nothing changed': 'Nichts geändert',
}
