import type { Wordings } from '../sentence.ts'

/** What is said about a server, an account and a calendar. */
export const server: Wordings = {
  '{host} cannot be reached.': '{host} ist nicht erreichbar.',
  'Check the internet connection and the server’s address. Linework tries again by itself.':
    'Prüfen Sie die Internetverbindung und die Adresse des Servers. Linework versucht es von selbst wieder.',
  '{host} did not answer in time.': '{host} hat nicht rechtzeitig geantwortet.',
  'Linework tries again by itself. If it stays this way, ask who runs the server.':
    'Linework versucht es von selbst wieder. Bleibt es so, fragen Sie, wer den Server betreibt.',
  'The certificate of {host} could not be verified.':
    'Das Zertifikat von {host} konnte nicht geprüft werden.',
  'The certificate of {host} could not be verified. Its fingerprint is {fingerprint}.':
    'Das Zertifikat von {host} konnte nicht geprüft werden. Sein Fingerabdruck ist {fingerprint}.',
  'Ask who runs the server. An admin can trust this one certificate in Settings.':
    'Fragen Sie, wer den Server betreibt. Diesem einen Zertifikat kann in den Einstellungen vertraut werden.',
  '{host} answered with something that is not a calendar.':
    'Was {host} geantwortet hat, ist kein Kalender.',
  'Open a web page: a hotel or guest Wi-Fi may ask you to sign in first. Otherwise check the server’s address.':
    'Öffnen Sie eine Webseite: Ein WLAN für Gäste verlangt vielleicht erst eine Anmeldung. Sonst prüfen Sie die Adresse des Servers.',
  '{host} sends Linework on to another address.': '{host} leitet an eine andere Adresse weiter.',
  'If that is the right one, enter it as the account’s address.':
    'Ist das die richtige, tragen Sie sie als Adresse des Kontos ein.',
  '{host} did not accept the user name or the app password.':
    '{host} hat den Benutzernamen oder das App-Passwort nicht angenommen.',
  'Enter a new app password in Settings › Accounts. In Nextcloud it is made under Settings › Security.':
    'Tragen Sie unter Einstellungen › Konten ein neues App-Passwort ein. In Nextcloud wird es unter Einstellungen › Sicherheit erstellt.',
  '{host} has refused the app password.': '{host} hat das App-Passwort abgelehnt.',
  'The server refused the sign-in.': 'Der Server hat die Anmeldung abgelehnt.',
  'Enter a new app password in Settings › Accounts.':
    'Tragen Sie unter Einstellungen › Konten ein neues App-Passwort ein.',
  'The app password for {account} is needed again.':
    'Das App-Passwort für {account} wird noch einmal gebraucht.',
  'The password for {user} is not known yet.': 'Das Passwort für {user} ist noch nicht bekannt.',
  'Enter it in Settings › Accounts.': 'Tragen Sie es unter Einstellungen › Konten ein.',
  'This account may not open this on {host}.': 'Dieses Konto darf das auf {host} nicht öffnen.',
  'Ask the calendar’s owner to share it with this account.':
    'Bitten Sie, wem der Kalender gehört, ihn für dieses Konto freizugeben.',
  'This calendar is read only for this account.': 'Dieses Konto darf diesen Kalender nur lesen.',
  'Ask the calendar’s owner to share it with permission to edit.':
    'Bitten Sie, wem der Kalender gehört, auch das Bearbeiten zu erlauben.',
  'This calendar is no longer on {host}.': 'Diesen Kalender gibt es auf {host} nicht mehr.',
  'Check on the server whether it was deleted or renamed, then choose it again in Settings.':
    'Sehen Sie auf dem Server nach, ob er gelöscht oder umbenannt wurde, und wählen Sie ihn in den Einstellungen neu aus.',
  'This event is no longer in the calendar.': 'Dieser Termin ist nicht mehr im Kalender.',
  'The event was changed in the calendar in the meantime.':
    'Der Termin wurde inzwischen im Kalender geändert.',
  'An event with the same identity is already in the calendar.':
    'Ein Termin mit derselben Kennung ist schon im Kalender.',
  'The calendar refuses this booking: it knows it as deleted.':
    'Der Kalender nimmt diese Buchung nicht an: Er kennt sie als gelöscht.',
  'The artist may have deleted it. Ask, then cancel it or book it again.':
    'Vielleicht wurde sie dort gelöscht. Fragen Sie nach, dann sagen Sie sie ab oder buchen sie neu.',
  '{host} did not accept this event.': '{host} hat diesen Termin nicht angenommen.',
  'Open the booking, simplify its text and save it again.':
    'Öffnen Sie die Buchung, vereinfachen Sie ihren Text und speichern Sie sie noch einmal.',
  'The calendar is locked by another program at the moment.':
    'Ein anderes Programm sperrt den Kalender gerade.',
  'Linework tries again by itself.': 'Linework versucht es von selbst wieder.',
  '{host} is too busy at the moment.': '{host} ist gerade überlastet.',
  'Linework tries again by itself when the server allows it.':
    'Linework versucht es von selbst wieder, sobald der Server es erlaubt.',
  '{host} reports an error of its own.': '{host} meldet einen eigenen Fehler.',
  'Nextcloud is in maintenance.': 'Die Nextcloud wird gerade gewartet.',
  'Linework goes on by itself when the maintenance is over.':
    'Linework macht von selbst weiter, wenn die Wartung vorbei ist.',
  'The storage on {host} is full.': 'Der Speicher auf {host} ist voll.',
  'Make room on the server or ask for more.':
    'Schaffen Sie auf dem Server Platz oder bitten Sie um mehr.',
  'The server asks to compare the whole calendar.':
    'Der Server verlangt, den ganzen Kalender zu vergleichen.',
  'The answer of {host} was cut off.': 'Die Antwort von {host} brach ab.',
  'The answer of {host} is too large.': 'Die Antwort von {host} ist zu groß.',
  'Move old or very large events to another calendar.':
    'Verschieben Sie alte oder sehr große Termine in einen anderen Kalender.',
  'The request was stopped.': 'Die Anfrage wurde abgebrochen.',
  'The calendar has not answered yet.': 'Der Kalender hat noch nicht geantwortet.',
  'Many bookings are missing from this calendar. Nothing was cancelled.':
    'In diesem Kalender fehlen viele Buchungen. Es wurde nichts abgesagt.',
  'Ask the artist. Then let the changes through in Sync, or restore the calendar.':
    'Fragen Sie nach. Lassen Sie die Änderungen dann unter Sync zu oder stellen Sie den Kalender wieder her.',
  'There is an event in this calendar that cannot be read.':
    'In diesem Kalender ist ein Termin, der sich nicht lesen lässt.',
  'Open the calendar outside Linework, look for the event and save it again, or delete it.':
    'Öffnen Sie den Kalender außerhalb von Linework, suchen Sie den Termin und speichern Sie ihn noch einmal oder löschen Sie ihn.',
  'The event arrived cut off, so this change was not sent: what is missing would be lost.':
    'Der Termin kam unvollständig an, daher wurde die Änderung nicht gesendet: Was fehlt, ginge verloren.',
  'The calendar shows only the time of this event, so this change was not sent: what is hidden would be lost.':
    'Der Kalender zeigt von diesem Termin nur die Zeit, daher wurde die Änderung nicht gesendet: Was verborgen ist, ginge verloren.',
  'Ask the artist to show the studio the full event. Then it is sent by itself.':
    'Bitten Sie darum, dass das Studio den ganzen Termin sieht. Dann wird von selbst gesendet.',
  'The event in the calendar cannot be changed: it cannot be read.':
    'Der Termin im Kalender lässt sich nicht ändern: Er ist nicht lesbar.',
  'Open the calendar outside Linework and look at the event there.':
    'Öffnen Sie den Kalender außerhalb von Linework und sehen Sie sich den Termin dort an.',

  // the test of a connection
  'Not tried.': 'Nicht versucht.',
  'Not needed: this calendar only blocks time.': 'Nicht nötig: Dieser Kalender belegt nur Zeit.',
  '{host} answers.': '{host} antwortet.',
  'Signed in as {user}.': 'Angemeldet als {user}.',
  'The connection is encrypted.': 'Die Verbindung ist verschlüsselt.',
  'The connection is encrypted. Nobody vouches for the certificate; it is trusted by its fingerprint.':
    'Die Verbindung ist verschlüsselt. Für das Zertifikat bürgt niemand; ihm wird über seinen Fingerabdruck vertraut.',
  'The certificate is valid until {until}; {issuer} vouches for it.':
    'Das Zertifikat gilt bis {until}; {issuer} bürgt dafür.',
  'Ask who runs the server to renew it: without one nothing is synchronised.':
    'Bitten Sie, wer den Server betreibt, es zu erneuern: Ohne wird nichts abgeglichen.',
  'No encrypted connection to {host} is possible.':
    'Eine verschlüsselte Verbindung zu {host} ist nicht möglich.',
  'Check the address. A server without encryption needs http:// in front of it.':
    'Prüfen Sie die Adresse. Bei einem Server ohne Verschlüsselung muss http:// davor stehen.',
  'The connection is not encrypted: passwords and bookings can be read on the way.':
    'Die Verbindung ist nicht verschlüsselt: Passwörter und Buchungen sind unterwegs lesbar.',
  'Use an address that starts with https://.': 'Nehmen Sie eine Adresse, die mit https:// beginnt.',
  '“{calendar}” can be read.': '„{calendar}“ ist lesbar.',
  '“{calendar}” can be read, but it is shared by {owner}: their private events cannot be seen.':
    '„{calendar}“ ist lesbar, aber von {owner} freigegeben: Private Termine sind nicht zu sehen.',
  'somebody else': 'jemand anderem',
  'Add an account with the artist’s own app password, so that private events block time too.':
    'Fügen Sie ein Konto mit dem App-Passwort der Person selbst hinzu, damit auch private Termine Zeit belegen.',
  '{host} answers: {product}.': '{host} antwortet: {product}.',
  'Bookings can be written and removed.': 'Buchungen lassen sich schreiben und entfernen.',
  'The server tells what has changed since the last look.':
    'Der Server sagt, was sich seit dem letzten Blick geändert hat.',
  'The server does not tell what has changed: Linework compares the whole calendar instead, which takes longer.':
    'Der Server sagt nicht, was sich geändert hat: Linework vergleicht stattdessen den ganzen Kalender, was länger dauert.',
  'The server answers questions about free and busy time.':
    'Der Server beantwortet Fragen nach freier und belegter Zeit.',
  'The server does not answer such questions. Nothing is missing: Linework reads the events themselves.':
    'Der Server beantwortet solche Fragen nicht. Es fehlt nichts: Linework liest die Termine selbst.',
  '{seconds} seconds': '{seconds} Sekunden',
  '{minutes} minutes': '{minutes} Minuten',
  'The server does not tell its time.': 'Der Server nennt seine Zeit nicht.',
  'This computer’s clock is {much} behind the server’s.':
    'Die Uhr dieses Computers geht gegenüber dem Server {much} nach.',
  'This computer’s clock is {much} ahead of the server’s.':
    'Die Uhr dieses Computers geht gegenüber dem Server {much} vor.',
  'The server’s clock and this computer’s agree.':
    'Die Uhren des Servers und dieses Computers stimmen überein.',
  'The calendar is in {zone}, the studio in {studioZone}.':
    'Der Kalender ist in {zone}, das Studio in {studioZone}.',
  'Check the time zone in Settings › Studio. If it is right, nothing is wrong: bookings carry the studio’s zone.':
    'Prüfen Sie die Zeitzone unter Einstellungen › Studio. Stimmt sie, ist alles gut: Buchungen tragen die Zeitzone des Studios.',
  'The time zone is {studioZone}; the calendar names none.':
    'Die Zeitzone ist {studioZone}; der Kalender nennt keine.',
  'Calendar, studio and computer are in {studioZone}.':
    'Kalender, Studio und Computer sind in {studioZone}.',
  'The calendar calls its zone “{zone}”, which cannot be compared.':
    'Der Kalender nennt seine Zeitzone „{zone}“, das lässt sich nicht vergleichen.',
  'Let the computer set its clock by itself.': 'Lassen Sie den Computer seine Uhr selbst stellen.',
  'The studio’s time zone is {studioZone}, this computer’s is {computerZone}.':
    'Die Zeitzone des Studios ist {studioZone}, die dieses Computers {computerZone}.',
  'Check the time zone in Settings › Studio.':
    'Prüfen Sie die Zeitzone unter Einstellungen › Studio.',
  'Everything works.': 'Alles funktioniert.',
  'It works, with {count}.': [
    'Es funktioniert, mit einer Warnung.',
    'Es funktioniert, mit {count} Warnungen.',
  ],
}
