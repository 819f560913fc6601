import { describe, expect, it } from 'vitest'
import {
  denyPermissions,
  isOwnPage,
  mayOpenOutside,
  mayOpenSignIn,
} from '../../src/main/shell/guard.ts'

const own = (url: string): boolean => isOwnPage(url, 'app://linework')

describe('mayOpenOutside', () => {
  it('opens web pages and mail, nothing that runs or reads', () => {
    expect(['https://nextcloud.com/x', 'mailto:kit@example.com'].every(mayOpenOutside)).toBe(true)
    const refused = [
      'http://example.com',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://host/share',
      'ms-msdt:/id',
      'vbscript:x',
      'data:text/html,x',
      '//example.com',
      '',
    ]
    expect(refused.filter(mayOpenOutside)).toEqual([])
  })
})

describe('mayOpenSignIn', () => {
  it('opens https, and http on this computer while developing', () => {
    expect(mayOpenSignIn('https://cloud.example/login', false)).toBe(true)
    const local = ['http://127.0.0.1:8080/login', 'http://localhost/x', 'http://[::1]:1/']
    expect(local.map((url) => [mayOpenSignIn(url, true), mayOpenSignIn(url, false)])).toEqual(
      local.map(() => [true, false]),
    )
    const refused = [
      'http://cloud.example',
      'http://127.0.0.1.evil.example',
      'file:///etc',
      'x',
      '',
    ]
    expect(refused.filter((url) => mayOpenSignIn(url, true))).toEqual([])
  })
})

describe('permissions', () => {
  it('are denied one and all: asked for, looked up, and of devices', () => {
    const set: ((...asked: unknown[]) => unknown)[] = []
    const answers: unknown[] = []
    const keep = (handler: unknown): void => {
      if (typeof handler === 'function') set.push((...asked) => Reflect.apply(handler, null, asked))
    }
    denyPermissions({
      setPermissionRequestHandler: keep,
      setPermissionCheckHandler: keep,
      setDevicePermissionHandler: keep,
    })
    const [ask, check, device, ...more] = set
    for (const name of [
      'media',
      'hid',
      'usb',
      'serial',
      'fullscreen',
      'openExternal',
      'unheard of',
    ])
      ask?.(null, name, (granted: boolean) => answers.push(granted))
    for (const name of ['media', 'hid', 'clipboard-read']) answers.push(check?.(null, name, ''))
    for (const deviceType of ['hid', 'serial', 'usb'])
      answers.push(device?.({ deviceType, origin: 'app://linework', device: {} }))
    expect(answers).toEqual(Array.from({ length: 13 }, () => false))
    expect(more).toEqual([])
  })
})

describe('isOwnPage', () => {
  it('compares scheme and host exactly', () => {
    expect(own('app://linework/index.html#x')).toBe(true)
    expect(
      ['app://linework.evil/', 'app://evil/', 'https://linework/', 'about:blank', ''].filter(own),
    ).toEqual([])
    expect(isOwnPage('http://localhost:5173/src/main.tsx', 'http://localhost:5173')).toBe(true)
    expect(isOwnPage('http://localhost:51730/', 'http://localhost:5173')).toBe(false)
    expect(isOwnPage('http://localhost:5173@evil/', 'http://localhost:5173')).toBe(false)
  })
})
