import { z } from 'zod'
import { LinkProblem } from './cloud-link.ts'
import type { HttpCloudLink } from './http-link.ts'

const standingForm = z.object({
  received: z.number(),
  size: z.number(),
  pieceBytes: z.number().int().min(1),
  isWhole: z.boolean(),
})
export type FileStanding = z.output<typeof standingForm>

/** The cloud will not have this file: too large, no room, or not what its hash says. */
export class FileRefused extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/** Files between a station and its cloud (SPEC F1 to F5). Rejects with `LinkProblem` where the cloud cannot be reached. */
export interface FileLink {
  /** Begins to send, or says where it stands. */
  begin(hash: string, size: number): Promise<FileStanding>
  piece(hash: string, offset: number, bytes: Uint8Array): Promise<FileStanding>
  finish(hash: string): Promise<FileStanding>
  /** What comes after an offset; undefined: the cloud does not have it. `size` is of the whole file. */
  fetch(hash: string, from: number): Promise<{ size: number; body: AsyncIterable<Uint8Array> } | undefined>
}

/** A piece takes as long as it takes on a slow line; a line on which nothing moves is cut by its own time-out. */
const pieceTimeout = 10 * 60_000

export function fileLink(link: HttpCloudLink, readTimeout: number): FileLink {
  const standing = async (response: Response): Promise<FileStanding> => {
    const body: unknown = await response.json().catch(() => undefined)
    if (response.ok) {
      const parsed = standingForm.safeParse(body)
      if (parsed.success) return parsed.data
      throw new LinkProblem('unreachable', 'the answer is not one of this protocol')
    }
    const said = z.object({ code: z.string() }).safeParse(body)
    const code = said.success ? said.data.code : `HTTP ${response.status}`
    // Somebody else sends the same, or a piece came twice: where it stands is asked anew.
    if (code === 'file.offset' || code === 'file.incomplete' || code === 'notFound.file')
      throw new LinkProblem('unreachable', code)
    if (response.status < 500 && response.status !== 401 && response.status !== 429) throw new FileRefused(code)
    throw new LinkProblem('busy', code)
  }
  const json = (value: unknown) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) })
  return {
    begin: async (hash, size) =>
      standing(await link.request('POST', `/v1/files/${hash}`, json({ size }), AbortSignal.timeout(readTimeout))),
    piece: async (hash, offset, bytes) => {
      const headers = { 'content-type': 'application/octet-stream' }
      const body = bytes as Uint8Array<ArrayBuffer>
      const signal = AbortSignal.timeout(pieceTimeout)
      return standing(await link.request('PUT', `/v1/files/${hash}?offset=${offset}`, { headers, body }, signal))
    },
    finish: async (hash) =>
      standing(await link.request('POST', `/v1/files/${hash}/finish`, {}, AbortSignal.timeout(pieceTimeout))),
    fetch: async (hash, from) => {
      const silence = new AbortController()
      const headers = from === 0 ? {} : { range: `bytes=${from}-` }
      let timer = setTimeout(() => silence.abort(), readTimeout)
      const response = await link.request('GET', `/v1/files/${hash}`, { headers }, silence.signal).finally(() => {
        clearTimeout(timer)
      })
      if (response.status === 404) return undefined
      const size = Number(
        /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1] ?? response.headers.get('content-length'),
      )
      if (response.status === 416) return { size, body: nothing() }
      if (!response.ok || response.body === null) throw new LinkProblem('busy', `HTTP ${response.status}`)
      const { body } = response
      async function* pieces(): AsyncIterable<Uint8Array> {
        try {
          timer = setTimeout(() => silence.abort(), readTimeout)
          for await (const piece of body) {
            clearTimeout(timer)
            yield piece
            timer = setTimeout(() => silence.abort(), readTimeout)
          }
        } catch (problem) {
          throw new LinkProblem('unreachable', String(problem))
        } finally {
          clearTimeout(timer)
        }
      }
      return { size, body: pieces() }
    },
  }
}

async function* nothing(): AsyncIterable<Uint8Array> {}
