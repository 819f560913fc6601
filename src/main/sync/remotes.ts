import type { Login, OpenRemote, Remote } from './remote.ts'

/** One open connection per account, kept between cycles for what it has learnt about its server. */
export interface Remotes {
  readonly of: (accountId: string, login: Login) => Remote
  readonly close: () => void
}

export const createRemotes = (openRemote: OpenRemote): Remotes => {
  const open = new Map<string, { readonly login: Login; readonly remote: Remote }>()
  return {
    of(accountId, { baseUrl, username, password, calendarBasePath }) {
      const login = { baseUrl, username, password, calendarBasePath }
      const known = open.get(accountId)
      if (known && isSame(known.login, login)) return known.remote
      known?.remote.close()
      const remote = openRemote(login)
      open.set(accountId, { login, remote })
      return remote
    },
    close() {
      for (const { remote } of open.values()) remote.close()
      open.clear()
    },
  }
}

const isSame = (a: Login, b: Login): boolean =>
  a.baseUrl === b.baseUrl &&
  a.username === b.username &&
  a.password === b.password &&
  a.calendarBasePath === b.calendarBasePath
