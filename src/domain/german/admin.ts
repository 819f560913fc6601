import type { Wordings } from '../sentence.ts'

/** What is said about the PIN, signing in with the browser, mails and webhooks. */
export const admin: Wordings = {
  'This is not the PIN.': 'Das ist nicht die PIN.',
  'Try again. From the third wrong try on it takes longer each time.':
    'Versuchen Sie es noch einmal. Ab dem dritten Fehlversuch dauert es jedes Mal länger.',
  'The file with the PIN cannot be read.': 'Die Datei mit der PIN ist nicht lesbar.',
  'Quit Linework, delete pin.json in its folder, and set a new PIN.':
    'Beenden Sie Linework, löschen Sie pin.json in seinem Ordner und setzen Sie eine neue PIN.',
  'After so many wrong tries it takes {long}.': 'Nach so vielen Fehlversuchen dauert es {long}.',
  '{seconds} s': '{seconds} s',
  'Try again then. The README says what to do about a forgotten PIN.':
    'Versuchen Sie es dann wieder. Was bei einer vergessenen PIN hilft, steht in der README.',
  'The settings are locked.': 'Die Einstellungen sind gesperrt.',
  'Enter the PIN.': 'Geben Sie die PIN ein.',

  'This is not a web address.': 'Das ist keine Webadresse.',
  '{host} does not offer to sign in with the browser.':
    '{host} bietet keine Anmeldung mit dem Browser an.',
  'Check the address, or use an app password.':
    'Prüfen Sie die Adresse oder nehmen Sie ein App-Passwort.',
  '{host} gave an answer to the sign-in that makes no sense.':
    'Was {host} auf die Anmeldung geantwortet hat, ergibt keinen Sinn.',
  'Try again. If it stays this way, use an app password.':
    'Versuchen Sie es noch einmal. Bleibt es so, nehmen Sie ein App-Passwort.',
  '{host} wants to hand the sign-in to another server.':
    '{host} will die Anmeldung an einen anderen Server weitergeben.',
  'Check the address. If it is right, use an app password.':
    'Prüfen Sie die Adresse. Stimmt sie, nehmen Sie ein App-Passwort.',
  'The browser can only be used where the address is https://.':
    'Der Browser geht nur, wo die Adresse mit https:// beginnt.',
  'Use https://, or an app password.': 'Nehmen Sie https:// oder ein App-Passwort.',
  'The sign-in was stopped.': 'Die Anmeldung wurde abgebrochen.',
  'Nobody signed in at {host} for twenty minutes.':
    'Zwanzig Minuten lang hat sich niemand bei {host} angemeldet.',
  'Start again when somebody is at the computer.':
    'Beginnen Sie noch einmal, wenn jemand am Computer ist.',

  'This sign-in is over.': 'Diese Anmeldung ist vorbei.',
  'Start again.': 'Beginnen Sie noch einmal.',
  'The browser could not be opened.': 'Der Browser ließ sich nicht öffnen.',
  'Copy the link and open it in a browser yourself.':
    'Kopieren Sie den Link und öffnen Sie ihn selbst in einem Browser.',
  'The browser is signed in as {user}, not {wanted}.':
    'Der Browser ist als {user} angemeldet, nicht als {wanted}.',
  'Sign out in the browser, then start again as the right user.':
    'Melden Sie sich im Browser ab und beginnen Sie mit dem richtigen Benutzer noch einmal.',

  'The webhook needs an address.': 'Der Webhook braucht eine Adresse.',
  'The name of the mail server is missing.': 'Der Name des Mailservers fehlt.',
  'The sender’s address is missing.': 'Die Adresse des Absenders fehlt.',
  'Nobody is entered who gets the mail.': 'Es ist niemand eingetragen, der die Mail bekommt.',
  'The address of the webhook is not known yet.':
    'Die Adresse des Webhooks ist noch nicht bekannt.',
  'Enter it in Settings › Notifications.':
    'Tragen Sie das unter Einstellungen › Benachrichtigungen ein.',
  '{host} did not take the message ({status}).':
    '{host} hat die Nachricht nicht angenommen ({status}).',
  'Check the address of the webhook in Settings › Notifications.':
    'Prüfen Sie die Adresse des Webhooks unter Einstellungen › Benachrichtigungen.',
  '{host} cannot be reached with a message.': '{host} ist für eine Nachricht nicht erreichbar.',
  'Check the address of the webhook and the internet connection. Linework tries again by itself.':
    'Prüfen Sie die Adresse des Webhooks und die Internetverbindung. Linework versucht es von selbst wieder.',
  'The certificate of the mail server {host} could not be verified.':
    'Das Zertifikat des Mailservers {host} konnte nicht geprüft werden.',
  'Enter the name that is in the certificate, or ask who runs the mail server.':
    'Tragen Sie den Namen ein, der im Zertifikat steht, oder fragen Sie, wer den Mailserver betreibt.',
  'The mail server {host} did not accept the user name or the password.':
    'Der Mailserver {host} hat den Benutzernamen oder das Passwort nicht angenommen.',
  'Enter them again in Settings › Notifications. Some providers want an app password.':
    'Tragen Sie beides unter Einstellungen › Benachrichtigungen neu ein. Manche Anbieter wollen ein App-Passwort.',
  'The mail server {host} did not accept an address.':
    'Der Mailserver {host} hat eine Adresse nicht angenommen.',
  'Check the sender and the recipients in Settings › Notifications.':
    'Prüfen Sie Absender und Empfänger unter Einstellungen › Benachrichtigungen.',
  'The mail server {host} offers no encryption.':
    'Der Mailserver {host} bietet keine Verschlüsselung an.',
  'Check the port and the encryption in Settings › Notifications.':
    'Prüfen Sie Port und Verschlüsselung unter Einstellungen › Benachrichtigungen.',
  'The mail server {host} did not answer in time.':
    'Der Mailserver {host} hat nicht rechtzeitig geantwortet.',
  'Check its name, its port and the encryption. Linework tries again by itself.':
    'Prüfen Sie Name, Port und Verschlüsselung. Linework versucht es von selbst wieder.',
  'The mail server {host} did not take the message.':
    'Der Mailserver {host} hat die Nachricht nicht angenommen.',
  'Linework tries again by itself. If it stays this way, ask who runs the mail server.':
    'Linework versucht es von selbst wieder. Bleibt es so, fragen Sie, wer den Mailserver betreibt.',
  'The mail server {host} cannot be reached.': 'Der Mailserver {host} ist nicht erreichbar.',
  'Check its name, its port and the internet connection. Linework tries again by itself.':
    'Prüfen Sie Name, Port und Internetverbindung. Linework versucht es von selbst wieder.',
  'The password for the mail server {host} is not known yet.':
    'Das Passwort für den Mailserver {host} ist noch nicht bekannt.',
  'This was asked too often in a short time.': 'Das wurde in kurzer Zeit zu oft gefragt.',
  'Wait a moment, then try again.':
    'Warten Sie einen Moment und versuchen Sie es dann noch einmal.',
}
