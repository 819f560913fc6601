import { resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contentPolicy, devContentPolicy, fileFor } from '../../src/main/shell/protocol.ts'

const folder = resolve('out/renderer')
const at = (...parts: string[]): string => [folder, ...parts].join(sep)

describe('fileFor', () => {
  it('serves the window’s own files', () => {
    expect(fileFor('app://linework/', folder)?.path).toBe(at('index.html'))
    expect(fileFor('app://linework/index.html?x=1#y', folder)?.path).toBe(at('index.html'))
    expect(fileFor('app://linework/assets/a%20b.js', folder)).toEqual({
      path: at('assets', 'a b.js'),
      type: 'text/javascript; charset=utf-8',
    })
  })

  it.each([
    'app://linework/%2e%2e%2f%2e%2e%2fpackage.js',
    'app://linework/..%2f..%2fmain%2findex.js',
    'app://linework/..%5c..%5cmain%5cindex.js'.replace('.js', '.exe'),
    'app://linework/assets/%00.js',
    'app://linework/%E0%A4%A.js',
    'app://linework/linework.db',
    'app://linework/window.json',
    'app://linework/index',
    'app://linework/.env',
    'app://elsewhere/index.html',
    'file:///etc/passwd.html',
    'https://linework/index.html',
    'nonsense',
  ])('refuses %s', (url) => {
    expect(fileFor(url, folder)).toBeNull()
  })

  it('cannot be led out of the folder by dots the URL parser resolves', () => {
    expect(fileFor('app://linework/../../main/index.js', folder)?.path).toBe(at('main', 'index.js'))
  })

  it('refuses a folder that only begins like its own', () => {
    expect(fileFor('app://linework/..%2frenderer-old%2findex.html', folder)).toBeNull()
  })
})

describe('the content policy', () => {
  it('starts from nothing and opens no inline script, eval or network', () => {
    expect(contentPolicy).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(contentPolicy).not.toMatch(/unsafe|https?:|\*|connect-src/)
  })

  it('lets the dev server’s page talk to its own server only', () => {
    const policy = devContentPolicy('http://localhost:5173')
    expect(policy).toContain(`default-src 'none'`)
    expect(policy).toContain(`connect-src 'self' ws://localhost:5173`)
    expect(policy).not.toContain('unsafe-eval')
  })
})
