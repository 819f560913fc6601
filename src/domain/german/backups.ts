import type { Wordings } from '../sentence.ts'

/** What is said about backups, restoring, and a database that cannot be opened. */
export const backups: Wordings = {
  '{problem} {remedy}': '{problem} {remedy}',
  'Linework was set back to the backup of {made}. Bookings follow the calendars as they are now.':
    'Linework wurde auf die Sicherung vom {made} zurückgesetzt. Die Buchungen richten sich nach den Kalendern, wie sie jetzt sind.',
  'Linework’s data is no longer where it was on this computer.':
    'Die Daten von Linework sind auf diesem Computer nicht mehr da, wo sie waren.',
  'Put back the newest copy from its backups folder.': 'Spielen Sie die neueste Sicherung zurück.',
  'Put back the newest backup. The damaged file is kept beside it.':
    'Spielen Sie die neueste Sicherung zurück. Die beschädigte Datei bleibt daneben liegen.',
  'The folder for backups cannot be reached, so no backup was made.':
    'Der Ordner für Sicherungen ist nicht erreichbar, es wurde keine Sicherung gemacht.',
  'The folder for calendar files cannot be reached.':
    'Der Ordner für Kalenderdateien ist nicht erreichbar.',
  'Connect the drive it is on, or choose another folder in Settings › Backups.':
    'Schließen Sie das Laufwerk an oder wählen Sie unter Einstellungen › Sicherungen einen anderen Ordner.',
  'The disk for backups is full, so no backup was made.':
    'Der Datenträger für Sicherungen ist voll, es wurde keine Sicherung gemacht.',
  'Free some space there, or choose another folder in Settings › Backups.':
    'Schaffen Sie dort Platz oder wählen Sie unter Einstellungen › Sicherungen einen anderen Ordner.',
  'Nothing can be written to the folder for backups.':
    'In den Ordner für Sicherungen lässt sich nichts schreiben.',
  'Make it writable for this user, or choose another folder in Settings › Backups.':
    'Machen Sie ihn für diese Anmeldung beschreibbar oder wählen Sie unter Einstellungen › Sicherungen einen anderen.',
  'The disk with Linework’s data is full, so nothing was restored.':
    'Der Datenträger mit den Daten von Linework ist voll, es wurde nichts zurückgespielt.',
  'Free as much space there as the backup takes, then try again.':
    'Schaffen Sie dort so viel Platz, wie die Sicherung braucht, und versuchen Sie es noch einmal.',
  'Nothing can be written to Linework’s data folder, so nothing was restored.':
    'In den Datenordner von Linework lässt sich nichts schreiben, es wurde nichts zurückgespielt.',
  'Make Linework’s data folder writable for this user, then try again.':
    'Machen Sie den Datenordner von Linework für diese Anmeldung beschreibbar und versuchen Sie es noch einmal.',
  'The disk for calendar files is full, so they were not all written.':
    'Der Datenträger für Kalenderdateien ist voll, es wurden nicht alle geschrieben.',
  'Nothing can be written to the folder for calendar files.':
    'In den Ordner für Kalenderdateien lässt sich nichts schreiben.',
  'The backup was looked at and is not whole, so it is not used.':
    'Die Sicherung wurde geprüft und ist nicht vollständig, sie wird nicht verwendet.',
  'Restart Linework, which checks its data. Until then keep the older backups.':
    'Starten Sie Linework neu, dabei prüft es seine Daten. Behalten Sie bis dahin die älteren Sicherungen.',
  'The backup was not made.': 'Die Sicherung wurde nicht gemacht.',
  'The backup ended before it was done.': 'Die Sicherung endete, bevor sie fertig war.',
  'Try again.': 'Versuchen Sie es noch einmal.',
  'This backup is no longer there.': 'Diese Sicherung gibt es nicht mehr.',
  'Choose another one.': 'Wählen Sie eine andere.',
  'Linework’s data is whole: there is nothing to recover.':
    'Die Daten von Linework sind in Ordnung: Es gibt nichts wiederherzustellen.',
  'To go back to a backup, open Settings › Backups.':
    'Um zu einer Sicherung zurückzukehren, öffnen Sie Einstellungen › Sicherungen.',
  'No longer in the calendar when the backup was restored':
    'Beim Zurückspielen der Sicherung nicht mehr im Kalender',
  'Was being changed here when the backup was made. The version in {artist}’s calendar was kept.':
    'Wurde hier gerade geändert, als die Sicherung gemacht wurde. Die Fassung im Kalender von {artist} gilt.',
  'Was being changed here when the backup was made, and is no longer in {artist}’s calendar.':
    'Wurde hier gerade geändert, als die Sicherung gemacht wurde, und steht nicht mehr im Kalender von {artist}.',
  'Was waiting to be sent when the backup was made, and is not in {artist}’s calendar. It may have been cancelled since: ask, then send it again or cancel it.':
    'Wartete auf das Senden, als die Sicherung gemacht wurde, und steht nicht im Kalender von {artist}. Vielleicht wurde inzwischen abgesagt: Fragen Sie nach, dann senden Sie die Buchung noch einmal oder sagen Sie sie ab.',
  '{client}, {when}, is no longer in {artist}’s calendar.':
    '{client}, {when}, steht nicht mehr im Kalender von {artist}.',
  'Cancelled here before the backup was made, but still in {artist}’s calendar. The calendar’s version was kept.':
    'Hier vor der Sicherung abgesagt, steht aber noch im Kalender von {artist}. Die Fassung des Kalenders gilt.',
}
