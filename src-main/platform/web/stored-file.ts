// Hands out a file of the store by its hash: artwork, thumbnails, PDFs of issued papers.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { safeHeaders } from './content-security.ts'

interface Stored {
  readonly path: string
  readonly mediaType: string
}

interface Wish {
  readonly hash: string
  /** Header `Range`. */
  readonly range: string | undefined
  /** Name to save under; without one the file is shown where it may be. */
  readonly saveAs: string | undefined
}

/** Shown in a page; every other type is only ever saved, so that nothing from outside runs in our origin. */
const shown: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'application/pdf'])

export async function storedFileResponse(file: Stored, wish: Wish): Promise<Response | null> {
  const found = await stat(file.path).catch(() => null)
  if (!found?.isFile()) return null
  const isShown = shown.has(file.mediaType) && wish.saveAs === undefined
  const headers: Record<string, string> = {
    ...safeHeaders,
    'x-frame-options': 'SAMEORIGIN',
    'content-type': shown.has(file.mediaType) ? file.mediaType : 'application/octet-stream',
    'content-disposition': isShown ? 'inline' : attachment(wish.saveAs ?? wish.hash.slice(0, 12)),
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
    // The address names the bytes, so they can never change; private, since another person may not see them.
    'cache-control': 'private, max-age=31536000, immutable',
    'accept-ranges': 'bytes',
    etag: `"${wish.hash}"`,
  }
  const part = partOf(wish.range, found.size)
  if (part === 'outside')
    return new Response(null, { status: 416, headers: { ...safeHeaders, 'content-range': `bytes */${found.size}` } })
  const { start, end } = part ?? { start: 0, end: found.size - 1 }
  headers['content-length'] = String(end - start + 1)
  if (part) headers['content-range'] = `bytes ${start}-${end}/${found.size}`
  const body = found.size === 0 ? null : webStream(createReadStream(file.path, { start, end }))
  return new Response(body, { status: part ? 206 : 200, headers })
}

/** Node's web stream is the platform's own; only their declarations differ. */
function webStream(stream: Readable): ReadableStream<Uint8Array> {
  return ReadableStream.from<Uint8Array>(stream)
}

function partOf(range: string | undefined, size: number): { start: number; end: number } | 'outside' | undefined {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(range ?? '')
  if (!asked || (asked[1] === '' && asked[2] === '')) return undefined
  const start = asked[1] ? Number(asked[1]) : Math.max(0, size - Number(asked[2]))
  const end = asked[1] && asked[2] ? Math.min(Number(asked[2]), size - 1) : size - 1
  return start > end || start >= size ? 'outside' : { start, end }
}

/** RFC 6266: an ASCII name for old readers and the whole name beside it; neither can break out of the header. */
function attachment(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, '_')
    .slice(0, 150)
  const ascii = plain.replace(/[^\x20-\x7e]/g, '_')
  const encoded = encodeURIComponent(plain.toWellFormed()).replace(
    /['()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
