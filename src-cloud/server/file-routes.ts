import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { wireVersion } from '#shared/sync/wire.ts'
import { type ByteRange, pieceBytes } from '../files/file-vault.ts'
import { answer } from './answer.ts'
import { type CloudParts, Refused } from './cloud-parts.ts'
import { bodyOf, memberOf, orRefuse, queryOf } from './request.ts'
import { readBytes } from './request-body.ts'

const wire = z.literal(wireVersion).default(wireVersion)
const beginForm = z.object({ wire, size: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER) })
const pieceQuery = z.object({ wire, offset: z.number().int().min(0) })

/** Files in and out, by their hash (F1 to F5). Somebody else's file is not there. */
export function fileRoutes(parts: CloudParts): Hono {
  const { files, limits } = parts
  const app = new Hono()

  app.post('/files/:hash', async (context) => {
    const who = await memberOf(context, parts)
    const { size } = await bodyOf(context, parts, beginForm)
    const begun = orRefuse(await files.begin(who.org, hashOf(context), size))
    return answer(context.req.raw, begun, limits.gzipFromBytes)
  })

  app.put('/files/:hash', async (context) => {
    const who = await memberOf(context, parts)
    const { offset } = queryOf(context, pieceQuery, ['offset'])
    if (context.req.header('content-type') !== 'application/octet-stream' || context.req.header('content-encoding'))
      throw new Refused({ code: 'input.mediaType' })
    if (Number(context.req.header('content-length') ?? 0) > pieceBytes) throw tooLarge()
    const bytes = await readBytes(context.req.raw.body, pieceBytes)
    if (bytes === undefined) throw tooLarge()
    const taken = orRefuse(await files.piece(who.org, hashOf(context), offset, bytes))
    return answer(context.req.raw, taken, limits.gzipFromBytes)
  })

  app.post('/files/:hash/finish', async (context) => {
    const who = await memberOf(context, parts)
    return answer(context.req.raw, orRefuse(await files.finish(who.org, hashOf(context))), limits.gzipFromBytes)
  })

  app.get('/files/:hash', async (context) => {
    const who = await memberOf(context, parts)
    const hash = hashOf(context)
    const file = await files.find(who.org, hash)
    if (file?.isWhole !== true) throw new Refused({ code: 'notFound.file' })
    const asked = context.req.header('range')
    const range = asked === undefined ? { start: 0, end: file.size - 1 } : rangeOf(asked, file.size)
    if (range === undefined)
      return new Response(null, { status: 416, headers: { 'content-range': `bytes */${file.size}` } })
    return new Response(await files.read(who.org, hash, range), {
      status: asked === undefined ? 200 : 206,
      headers: {
        'content-type': 'application/octet-stream',
        'content-length': String(range.end - range.start + 1),
        'accept-ranges': 'bytes',
        'cache-control': 'no-store, no-transform',
        'x-content-type-options': 'nosniff',
        etag: `"${hash}"`,
        ...(asked !== undefined && { 'content-range': `bytes ${range.start}-${range.end}/${file.size}` }),
      },
    })
  })

  return app
}

function tooLarge(): Refused {
  return new Refused({ code: 'input.tooLarge', params: { limit: pieceBytes } })
}

/** What is no hash is no file either. */
function hashOf(context: Context): string {
  const hash = context.req.param('hash') ?? ''
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Refused({ code: 'notFound.file' })
  return hash
}

/** One range of bytes; undefined: it begins behind the end, or is none. */
function rangeOf(text: string, size: number): ByteRange | undefined {
  const [, from = '', to = ''] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(text) ?? []
  const start = Number(from)
  const end = Math.min(to === '' ? size - 1 : Number(to), size - 1)
  return from === '' || start > end ? undefined : { start, end }
}
