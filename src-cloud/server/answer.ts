import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import type { Refusal } from '#shared/kernel/result.ts'

const deflate = promisify(gzip)

const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', vary: 'accept-encoding' }

/** An answer as JSON, gzipped where that is wanted and worth it. */
export async function answer(request: Request, value: unknown, gzipFromBytes: number, status = 200): Promise<Response> {
  const text = JSON.stringify(value)
  const json = { ...headers, 'content-type': 'application/json' }
  const isWanted = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')
  if (!isWanted || text.length < gzipFromBytes) return new Response(text, { status, headers: json })
  // The quickest level: it takes nine tenths off already.
  const packed = await deflate(text, { level: constants.Z_BEST_SPEED })
  return new Response(packed, { status, headers: { ...json, 'content-encoding': 'gzip' } })
}

const statuses: readonly (readonly [RegExp, number])[] = [
  [/^auth\./, 401],
  [/^input\.tooLarge$/, 413],
  [/^input\.(mediaType|contentEncoding)$/, 415],
  [/^input\.|^wire\./, 400],
  [/^notFound\./, 404],
  [/^file\.(offset|incomplete)$/, 409],
  [/^file\.(tooLarge|noRoom)$/, 413],
  [/^file\.hashDiffers$/, 422],
  [/^(org\.exists|station\.taken|code\.tooManyOpen|instance\.other)$/, 409],
  [/^(code\.tooMany|limit\.)/, 429],
  [/^station\.unknown$/, 404],
  [/^code\.unknown$/, 403],
  [/^client\.tooOld$/, 426],
  [/^store\.busy$/, 503],
]

/** A refusal with its code and never more (no trace, no message of a library). */
export function refusalAnswer(refusal: Refusal, retryAfterSeconds?: number): Response {
  const { code, params } = refusal
  const status = statuses.find(([pattern]) => pattern.test(code))?.[1] ?? 500
  return Response.json(params === undefined ? { code } : { code, params }, {
    status,
    headers: {
      ...headers,
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
    },
  })
}
