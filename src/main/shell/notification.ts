import { Notification } from 'electron'

/** Held as long as they can be clicked: the garbage collector would take the listener away. */
const shown = new Set<Notification>()

/** Shows a notification of the system, where it has such. */
export const showNotification = (title: string, body: string, onClick: () => void): void => {
  if (!Notification.isSupported()) return
  const notification = new Notification({ title, body })
  const forget = (): void => {
    shown.delete(notification)
  }
  shown.add(notification)
  notification.on('click', () => {
    forget()
    onClick()
  })
  notification.on('close', forget)
  notification.on('failed', forget)
  notification.show()
}
