/**
 * An ETag in the one form that is stored and compared: with its quotes, opaque. Null for a weak one
 * and for none at all, as neither proves anything about content (RFC 9110 §8.8.1).
 */
export const normalEtag = (raw: string | null | undefined): string | null => {
  const etag = raw?.trim() ?? ''
  if (etag === '' || /^W\//i.test(etag)) return null
  return etag.startsWith('"') ? etag : `"${etag}"`
}

/**
 * The ETag of a GET or PUT: Nextcloud's `OC-ETag` is untouched by what stands in between, while
 * Apache's mod_deflate marks the plain header, inside the quotes or after them.
 */
export const headerEtag = (headers: Headers): string | null =>
  normalEtag(headers.get('oc-etag')) ?? normalEtag(headers.get('etag')?.replace(/-gzip("?)$/, '$1'))
