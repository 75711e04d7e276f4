import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { parseStrictJson } from '#shared/kernel/strict-json.ts'

const inflate = promisify(gunzip)

/** A JSON body, plain or gzipped; neither what is sent nor what it inflates to may be larger than `limit`. */
export async function readJsonBody(request: Request, limit: number): Promise<Result<unknown>> {
  if (!/^application\/json(\s*;\s*charset="?utf-8"?)?\s*$/i.test(request.headers.get('content-type') ?? ''))
    return refused('input.mediaType')
  if (Number(request.headers.get('content-length') ?? 0) > limit) return refused('input.tooLarge', { limit })
  const sent = await readBytes(request.body, limit)
  if (sent === undefined) return refused('input.tooLarge', { limit })
  const plain = await inflated(sent, request.headers.get('content-encoding') ?? 'identity', limit)
  return plain.ok ? readJson(plain.value) : plain
}

/** Undefined: more than may be sent; what is left is not read. */
export async function readBytes(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array | undefined> {
  if (body === null) return new Uint8Array()
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body) {
    size += part.length
    if (size > limit) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}

async function inflated(sent: Uint8Array, encoding: string, limit: number): Promise<Result<Uint8Array>> {
  if (encoding === 'identity') return accepted(sent)
  if (encoding !== 'gzip') return refused('input.contentEncoding')
  try {
    // Stops as soon as it is more: a small body that inflates without end costs no more than a large one.
    return accepted(await inflate(sent, { maxOutputLength: limit }))
  } catch (problem) {
    const isTooLarge = problem instanceof Error && 'code' in problem && problem.code === 'ERR_BUFFER_TOO_LARGE'
    return isTooLarge ? refused('input.tooLarge', { limit }) : refused('input.contentEncoding')
  }
}

function readJson(bytes: Uint8Array): Result<unknown> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return refused('input.mediaType')
  }
  const parsed = parseStrictJson(text)
  return parsed.ok ? accepted(parsed.value) : refused(`input.json.${parsed.fault}`, { at: parsed.at })
}
