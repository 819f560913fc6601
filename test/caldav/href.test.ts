import { describe, expect, test } from 'vitest'
import { headerEtag, normalEtag } from '../../src/main/caldav/etag.ts'
import {
  lastSegment,
  mayFollow,
  normalCollectionUrl,
  normalHref,
  objectUrl,
  parentUrl,
} from '../../src/main/caldav/href.ts'

const base = 'https://cloud.example/dav/cal/'

describe('hrefs', () => {
  test.each([
    ['/dav/cal/a.ics', '/dav/cal/a.ics'],
    ['a.ics', '/dav/cal/a.ics'],
    ['https://cloud.example/dav/cal/a.ics', '/dav/cal/a.ics'],
    ['http://internal:8080/dav/cal/a.ics', '/dav/cal/a.ics'],
    ['/dav/cal/M%c3%bcller.ics', '/dav/cal/M%C3%BCller.ics'],
    ['/dav/cal/Müller.ics', '/dav/cal/M%C3%BCller.ics'],
    ['/dav/cal/a b.ics', '/dav/cal/a%20b.ics'],
    ['/dav/alice@example.com/', '/dav/alice%40example.com/'],
    ['/dav/alice%40example.com/', '/dav/alice%40example.com/'],
    ['/dav/a%2fb.ics', '/dav/a%2Fb.ics'],
    ['/dav/a%25b.ics', '/dav/a%25b.ics'],
    ['/dav/latin-%e4.ics', '/dav/latin-%E4.ics'],
    ['/dav/cal/../x/%7Eme.ics', '/dav/x/~me.ics'],
    ['/dav/cal/../me.ics', '/dav/me.ics'],
    ['/dav/cal/./me.ics', '/dav/cal/me.ics'],
    ['/dav/cal/..', '/dav/'],
    ['/dav/cal/..me.ics', '/dav/cal/..me.ics'],
    ['//internal/dav/cal/a.ics', '/dav/cal/a.ics'],
    ['/dav//a.ics', '/dav//a.ics'],
  ])('%s becomes %s', (href, normal) => {
    expect(normalHref(href, base)).toBe(normal)
    expect(normalHref(normal, base)).toBe(normal)
  })

  test('a collection has one address', () => {
    for (const url of ['/dav/cal', '/dav/cal/', '/dav/cal?export', '/dav/cal/#top'])
      expect(normalCollectionUrl(`https://me:secret@cloud.example${url}`)).toBe(base)
  })

  test('requests go to the calendar’s server whatever host an href names', () => {
    expect(objectUrl(base, 'http://internal/dav/cal/a b.ics')).toBe(
      'https://cloud.example/dav/cal/a%20b.ics',
    )
  })

  test('segments and parents', () => {
    expect(lastSegment('https://cloud.example/dav/M%C3%BCller/')).toBe('Müller')
    expect(parentUrl(base)).toBe('https://cloud.example/dav/')
    expect(parentUrl('https://cloud.example/dav/cal/a.ics')).toBe(base)
  })

  test.each([
    ['https://a.example/x', 'https://a.example/y', true],
    ['http://a.example/', 'https://a.example/', true],
    ['https://a.example/', 'http://a.example/', false],
    ['https://a.example/', 'https://b.example/', false],
    ['https://a.example/', 'https://a.example:8443/', false],
    ['http://a.example:81/', 'https://a.example/', false],
  ])('credentials for %s go to %s: %s', (from, to, allowed) => {
    expect(mayFollow(from, to)).toBe(allowed)
  })
})

describe('ETags', () => {
  test.each([
    ['"abc"', '"abc"'],
    [' "abc" ', '"abc"'],
    ['abc', '"abc"'],
    ['"abc-gzip"', '"abc-gzip"'],
    ['W/"abc"', null],
    ['', null],
    [null, null],
  ])('%s in XML is %s', (raw, etag) => expect(normalEtag(raw)).toBe(etag))

  test.each([
    [{ etag: '"abc"' }, '"abc"'],
    [{ etag: '"abc-gzip"' }, '"abc"'],
    [{ etag: '"abc"-gzip' }, '"abc"'],
    [{ etag: 'W/"abc"' }, null],
    [{ etag: 'W/"abc"', 'oc-etag': '"abc"' }, '"abc"'],
    [{ etag: '"other"', 'oc-etag': '"abc"' }, '"abc"'],
    [{}, null],
  ])('%j is %s', (headers, etag) => expect(headerEtag(new Headers(headers))).toBe(etag))
})
