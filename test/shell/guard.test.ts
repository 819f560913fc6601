import { describe, expect, it } from 'vitest'
import { isOwnPage, mayOpenOutside, mayOpenSignIn } from '../../src/main/shell/guard.ts'

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
