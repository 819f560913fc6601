import type { Wordings } from '../sentence.ts'

/** What is said about newer versions of the program. */
export const updates: Wordings = {
  'The update is not signed by the makers of Linework. Nothing was installed.':
    'Die neue Version trägt keine Unterschrift der Hersteller von Linework. Es wurde nichts installiert.',
  'The description of the update cannot be read. Nothing was installed.':
    'Die Beschreibung der neuen Version ist nicht lesbar. Es wurde nichts installiert.',
  'The update is for another kind of computer. Nothing was installed.':
    'Die neue Version ist für eine andere Art von Computer. Es wurde nichts installiert.',
  'Version {version} is offered, which is older than this one. Nothing was installed.':
    'Angeboten wird Version {version}, die älter ist als diese. Es wurde nichts installiert.',
  'The download is not what the makers of Linework signed. Nothing was installed.':
    'Was heruntergeladen wurde, ist nicht, was die Hersteller von Linework unterschrieben haben. Es wurde nichts installiert.',
  'Tell whoever gave you Linework, and go on with this version.':
    'Sagen Sie es denen, von denen Sie Linework haben, und arbeiten Sie mit dieser Version weiter.',
  'Look again later; if it stays, tell whoever gave you Linework.':
    'Sehen Sie später noch einmal nach; bleibt es so, sagen Sie es denen, von denen Sie Linework haben.',
  '{host} sends the update on to another address.':
    '{host} leitet für die neue Version an eine andere Adresse weiter.',
  '{host} cannot be reached for updates.': '{host} ist für neue Versionen nicht erreichbar.',
  'Check the internet connection. Linework looks again by itself.':
    'Prüfen Sie die Internetverbindung. Linework sieht von selbst wieder nach.',
  '{host} does not give the update ({status}).':
    '{host} gibt die neue Version nicht her ({status}).',
  'The download was cut off. Nothing was installed.':
    'Das Herunterladen brach ab. Es wurde nichts installiert.',
  'Check the internet connection and download it again.':
    'Prüfen Sie die Internetverbindung und laden Sie noch einmal herunter.',
  'The download was stopped.': 'Das Herunterladen wurde angehalten.',
  'There is no room for the update.': 'Für die neue Version ist kein Platz.',
  'Free some space on the disk and download it again.':
    'Schaffen Sie Platz auf der Festplatte und laden Sie noch einmal herunter.',
  'The update cannot be saved on this computer.':
    'Die neue Version lässt sich auf diesem Computer nicht speichern.',
  'Set the permissions of Linework’s data folder and download it again.':
    'Berichtigen Sie die Rechte des Datenordners von Linework und laden Sie noch einmal herunter.',
  'Linework may not replace its own file.': 'Linework darf seine eigene Datei nicht ersetzen.',
  'Move the AppImage to a folder of your own and start it there, then install the update.':
    'Verschieben Sie das AppImage in einen eigenen Ordner, starten Sie es dort und installieren Sie dann die neue Version.',
  'A booking is being written.': 'Es wird gerade eine Buchung geschrieben.',
  'Save or discard it, then install the update.':
    'Speichern oder verwerfen Sie sie und installieren Sie dann die neue Version.',
  'There is no update to install any more.': 'Es gibt keine neue Version mehr zu installieren.',
  'Look for updates again.': 'Sehen Sie noch einmal nach neuen Versionen.',
}
