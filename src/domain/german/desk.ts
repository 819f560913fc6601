import type { Wordings } from '../sentence.ts'

/** What is said about bookings, artists, clients, settings and this computer. */
export const desk: Wordings = {
  // a time
  'Overlaps “{title}” {when}': 'Überschneidet sich mit „{title}“ {when}',
  '{artist}’s calendar is being read that far ahead. Ask again in a moment':
    'Der Kalender von {artist} wird für eine so ferne Zeit noch gelesen. Fragen Sie gleich noch einmal',
  'Too close to “{title}” {when}': 'Zu nah an „{title}“ {when}',
  'Outside working hours ({hours})': 'Außerhalb der Arbeitszeit ({hours})',
  'Day off': 'Freier Tag',
  'Time off {when}': 'Abwesend {when}',
  'Time off {when} ({why})': 'Abwesend {when} ({why})',
  'This time is in the past.': 'Diese Zeit ist vorbei.',
  'This time is not free.': 'Diese Zeit ist nicht frei.',
  'Choose another time.': 'Wählen Sie eine andere Zeit.',
  'Choose another time, or book it all the same.':
    'Wählen Sie eine andere Zeit oder buchen Sie trotzdem.',
  '{artist} has no booking calendar yet.': '{artist} hat noch keinen Kalender für Buchungen.',
  'This artist has no booking calendar yet.':
    'Für diese Person gibt es noch keinen Kalender für Buchungen.',
  'Add one in Settings › Artists & calendars.':
    'Fügen Sie einen unter Einstellungen › Artists und Kalender hinzu.',
  'The end must be after the start.': 'Das Ende muss nach dem Beginn liegen.',
  'The end must be within a month of the start.':
    'Das Ende muss innerhalb eines Monats nach dem Beginn liegen.',
  Busy: 'Belegt',

  // a booking
  'This booking no longer exists.': 'Diese Buchung gibt es nicht mehr.',
  'This booking was changed in the meantime.': 'Diese Buchung wurde inzwischen geändert.',
  'Look at it as it is now and try again.':
    'Sehen Sie sie sich an, wie sie jetzt ist, und versuchen Sie es noch einmal.',
  'Nothing about this booking waits to be sent any more.':
    'Zu dieser Buchung wartet nichts mehr darauf, gesendet zu werden.',
  'Look at it as it is now.': 'Sehen Sie sie sich an, wie sie jetzt ist.',
  'This booking is on its way from one calendar to another.':
    'Diese Buchung ist unterwegs von einem Kalender in einen anderen.',
  'Wait until both can be reached, or move it back.':
    'Warten Sie, bis beide erreichbar sind, oder verschieben Sie sie zurück.',
  'This change may have reached the calendar already.':
    'Diese Änderung ist vielleicht schon im Kalender angekommen.',
  'Wait until the calendar has been read again.':
    'Warten Sie, bis der Kalender wieder gelesen wurde.',
  'This booking is {state}, so it cannot be {wish}.':
    'Diese Buchung ist {state} und kann deshalb nicht {wish} werden.',
  'a request': 'eine Anfrage',
  confirmed: 'bestätigt',
  'marked as arrived': 'als eingetroffen vermerkt',
  completed: 'abgeschlossen',
  'a no-show': 'als nicht erschienen vermerkt',
  cancelled: 'abgesagt',
  approved: 'zugesagt',
  declined: 'abgelehnt',
  'This booking has no such alternate.': 'Diese Buchung hat diese Ausweichzeit nicht.',
  'A cancelled booking cannot be changed.': 'Eine abgesagte Buchung lässt sich nicht ändern.',
  'Book a new one.': 'Buchen Sie neu.',
  '{artist} moved this booking to {when} in the calendar in the meantime.':
    '{artist} hat diese Buchung inzwischen im Kalender auf {when} verschoben.',
  '{artist} cancelled this booking in the calendar in the meantime.':
    '{artist} hat diese Buchung inzwischen im Kalender abgesagt.',
  '{artist} changed this booking in the calendar in the meantime.':
    '{artist} hat diese Buchung inzwischen im Kalender geändert.',
  'The artist': 'Jemand',
  'There is nothing to undo on this booking.':
    'An dieser Buchung gibt es nichts rückgängig zu machen.',
  'Only a request can be given a time to propose.':
    'Nur für eine Anfrage lässt sich eine andere Zeit vorschlagen.',
  'Move the booking instead.': 'Verschieben Sie stattdessen die Buchung.',
  'The request has this time already.': 'Die Anfrage hat diese Zeit schon.',
  'Change the booking instead.': 'Ändern Sie stattdessen die Buchung.',
  'The calendar has no other version of this booking.':
    'Der Kalender hat keine andere Fassung dieser Buchung.',
  'Send it again, change it, or cancel it.':
    'Senden Sie sie noch einmal, ändern Sie sie oder sagen Sie sie ab.',
  'There is nothing left to decide about this booking.':
    'An dieser Buchung ist nichts mehr zu entscheiden.',

  // people, accounts and calendars
  'This artist no longer exists.': 'Diesen Artist gibt es nicht mehr.',
  'This is when the whole studio is closed.': 'Dann ist das ganze Studio geschlossen.',
  'Remove it in Settings, with the PIN.': 'Entfernen Sie es in den Einstellungen, mit der PIN.',
  'This client no longer exists.': 'Diesen Eintrag gibt es nicht mehr.',
  'This client still has {count}.': [
    'Es kommt noch eine Buchung.',
    'Es kommen noch {count} Buchungen.',
  ],
  'Cancel what is still to come first.': 'Sagen Sie zuerst ab, was noch kommt.',
  'This account no longer exists.': 'Dieses Konto gibt es nicht mehr.',
  'This account is already there.': 'Dieses Konto gibt es schon.',
  'This certificate is no longer trusted.': 'Diesem Zertifikat wird nicht mehr vertraut.',
  'This calendar no longer exists.': 'Diesen Kalender gibt es nicht mehr.',
  '{artist} has this calendar already.': '{artist} hat diesen Kalender schon.',
  '{artist} has a booking calendar already.': '{artist} hat schon einen Kalender für Buchungen.',
  'Make the other one a blocking calendar first.':
    'Lassen Sie den anderen zuerst nur Zeit belegen.',
  'Another artist’s bookings go into this calendar.':
    'In diesen Kalender kommen die Buchungen von jemand anderem.',
  'Give each artist a booking calendar of their own.':
    'Geben Sie jeder Person einen eigenen Kalender für Buchungen.',
  'This is not a link that starts with https://.': 'Das ist kein Link, der mit https:// beginnt.',
  'In Nextcloud Calendar open the calendar’s edit menu and choose “Copy private link”.':
    'Öffnen Sie in Nextcloud Kalender das Menü des Kalenders und wählen Sie „Privaten Link kopieren“.',
  'This is the link of a web page, not of the calendar itself.':
    'Das ist der Link einer Webseite, nicht des Kalenders selbst.',
  'This is a public link; bookings cannot be written through it.':
    'Das ist ein öffentlicher Link; darüber lassen sich keine Buchungen schreiben.',
  'This calendar is on {calendar}, the account on {host}.':
    'Dieser Kalender liegt auf {calendar}, das Konto auf {host}.',
  'Choose the account that belongs to this calendar, or add one for it.':
    'Wählen Sie das Konto, das zu diesem Kalender gehört, oder fügen Sie eines hinzu.',
  'This is the link of one event or file, not of a calendar.':
    'Das ist der Link eines Termins oder einer Datei, nicht eines Kalenders.',
  'This link leads to all calendars, not to one of them.':
    'Dieser Link führt zu allen Kalendern, nicht zu einem davon.',
  '{variable} is not set.': '{variable} ist nicht gesetzt.',
  'Set all three: address, user name and app password.':
    'Setzen Sie alle drei: Adresse, Benutzername und App-Passwort.',
  '{variable} {problem}.': '{variable} {problem}.',
  'The account': 'Das Konto',
  'is wrong': 'ist falsch',
  'NEXTCLOUD_USERNAME is not the account’s any more.':
    'NEXTCLOUD_USERNAME gehört nicht mehr zu diesem Konto.',

  // this computer
  'Linework is closing.': 'Linework wird beendet.',
  'There is no booking in these days.': 'In diesen Tagen gibt es keine Buchung.',
  'Choose other days.': 'Wählen Sie andere Tage.',
  'The disk is full, so the file was not saved.':
    'Der Datenträger ist voll, die Datei wurde nicht gespeichert.',
  'Free some space on this disk, or choose another one.':
    'Schaffen Sie dort Platz oder wählen Sie einen anderen.',
  'The file could not be saved there.': 'Die Datei ließ sich dort nicht speichern.',
  'Choose another folder or name, and close the file if it is open elsewhere.':
    'Wählen Sie einen anderen Ordner oder Namen und schließen Sie die Datei, falls sie offen ist.',
  'Linework’s data on this computer is damaged.':
    'Die Daten von Linework auf diesem Computer sind beschädigt.',
  'Linework’s data on this computer could not be brought up to date. It was left as it is.':
    'Die Daten von Linework ließen sich nicht auf den neuen Stand bringen. Sie sind unverändert.',
  'Install the version of Linework you had before, and ask for help.':
    'Installieren Sie die vorige Version von Linework und bitten Sie um Hilfe.',
  'The data on this computer was written by a newer version of Linework.':
    'Die Daten auf diesem Computer hat eine neuere Version von Linework geschrieben.',
  'Install the newest version of Linework.': 'Installieren Sie die neueste Version von Linework.',
  'Linework cannot write its data on this computer.':
    'Linework kann seine Daten auf diesem Computer nicht schreiben.',
  'Make Linework’s data folder writable for this user, then start Linework again.':
    'Machen Sie den Datenordner von Linework für diese Anmeldung beschreibbar und starten Sie neu.',
  'The disk is full, so the change was not saved.':
    'Der Datenträger ist voll, die Änderung wurde nicht gespeichert.',
  'Free some space on this computer’s disk, then try again.':
    'Schaffen Sie Platz auf dem Datenträger und versuchen Sie es noch einmal.',
  'Something went wrong while the studio was opened.':
    'Beim Öffnen des Studios ist etwas schiefgegangen.',
  'Restart Linework. If it happens again, the log file says what happened.':
    'Starten Sie Linework neu. Geschieht es wieder, steht in der Protokolldatei, was war.',
  'Something went wrong inside Linework. Nothing was changed.':
    'In Linework ist etwas schiefgegangen. Es wurde nichts geändert.',
  'Try again. If it happens again, the log file says what happened.':
    'Versuchen Sie es noch einmal. Geschieht es wieder, steht in der Protokolldatei, was war.',
  'The window asked for something unknown.': 'Das Fenster hat etwas Unbekanntes gefragt.',
  'Only the window may ask.': 'Nur das Fenster darf fragen.',
}
