import { words } from '../i18n/words.ts'

/** What happened, from the audit log's word for it. */
export const actionName = (action: string): string => {
  const names: Record<string, string> = words.common.actions
  return names[action] ?? action.charAt(0).toUpperCase() + action.slice(1).replaceAll('-', ' ')
}

export const actorName = (actor: string): string =>
  actor === 'desk' || actor === 'artist' ? words.common.actors[actor] : words.common.actors.system
