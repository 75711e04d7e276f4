import type { Refusal, Result } from '#shared/kernel/result.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { parseStrictJson } from '#shared/kernel/strict-json.ts'

/** Largest body and largest frame; files travel in pieces below this. */
export const largestBody = 1024 * 1024

/** Reads a JSON body of at most `largestBody` bytes. An absent body is an empty input. */
export async function readJsonBody(request: Request): Promise<Result<unknown>> {
  if (Number(request.headers.get('content-length') ?? 0) > largestBody)
    return refused('input.tooLarge', { limit: largestBody })
  const bytes = await readBytes(request.body)
  if (bytes === undefined) return refused('input.tooLarge', { limit: largestBody })
  if (bytes.length === 0) return accepted({})
  // A form of another site can send text or form fields, but never this type.
  if (!/^application\/json(\s*;\s*charset="?utf-8"?)?\s*$/i.test(request.headers.get('content-type') ?? ''))
    return refused('input.mediaType')
  return readJson(bytes)
}

export function readJson(bytes: Uint8Array): Result<unknown> {
  const text = decode(bytes)
  if (text === undefined) return refused('input.mediaType')
  const parsed = parseStrictJson(text)
  return parsed.ok ? accepted(parsed.value) : { ok: false, refusal: jsonRefusal(parsed.fault, parsed.at) }
}

function jsonRefusal(fault: string, at: string): Refusal {
  return { code: `input.json.${fault}`, params: { at } }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Undefined: more than may be sent; what is left is not read. */
async function readBytes(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array | undefined> {
  if (body === null) return new Uint8Array()
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body) {
    size += part.length
    if (size > largestBody) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}
