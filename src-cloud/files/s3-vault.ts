import { StoreBusy } from '../sync/store-busy.ts'
import { type FileKey, type FileVault, pieceBytes } from './file-vault.ts'
import { type S3Keys, signed } from './sigv4.ts'

export interface S3Place extends S3Keys {
  /** `https://s3.eu-central-1.amazonaws.com`, or any that speaks the same. */
  readonly endpoint: string
  readonly bucket: string
  readonly now: () => number
  /** How long one request may take, and the first wait before another try; milliseconds. */
  readonly timeout?: number
  readonly firstRetry?: number
}

interface Progress {
  readonly uploadId: string
  readonly etags: readonly string[]
}

const mostTries = 4

/** What the store answered instead; `code` is its own word for it. */
export class S3Problem extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string) {
    super(`the file store says ${status} ${code}`)
    this.status = status
    this.code = code
  }
}

/** Files in an S3-compatible store, by multipart upload: a piece is a part. Path-style addresses, which all of them know. */
export function s3Vault(place: S3Place): FileVault {
  const urlOf = ({ org, hash }: FileKey, query: Readonly<Record<string, string>> = {}): URL => {
    const url = new URL(`${place.endpoint.replace(/\/+$/, '')}/${place.bucket}/${org}/${hash}`)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    return url
  }

  const send = async (
    method: string,
    url: URL,
    body: Uint8Array = new Uint8Array(),
    headers = {},
  ): Promise<Response> => {
    const response = await fetch(url, {
      method,
      headers: signed({ method, url, headers, body }, place, new Date(place.now())),
      ...(body.length > 0 && { body: body as Uint8Array<ArrayBuffer> }),
      signal: AbortSignal.timeout(place.timeout ?? 60_000),
      redirect: 'error',
    })
    if (response.ok) return response
    throw problemOf(response.status, await response.text())
  }

  /** Again after what passes: a busy store, a fault of its own, a broken line. All requests here may come twice. */
  const ask = async (...request: Parameters<typeof send>): Promise<Response> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await send(...request)
      } catch (problem) {
        const passes = !(problem instanceof S3Problem) || problem.status >= 500 || problem.status === 429
        if (!passes) throw problem
        if (attempt === mostTries) throw new StoreBusy(problem)
        await new Promise((resolve) => setTimeout(resolve, (place.firstRetry ?? 200) * 2 ** (attempt - 1)))
      }
    }
  }

  return {
    begin: async (key) => {
      const answer = await (await ask('POST', urlOf(key, { uploads: '' }))).text()
      return written({ uploadId: textIn(answer, 'UploadId'), etags: [] })
    },
    piece: async (key, progress, offset, bytes) => {
      const { uploadId, etags } = progressOf(progress)
      const index = offset / pieceBytes
      const query = { partNumber: String(index + 1), uploadId }
      const etag = (await ask('PUT', urlOf(key, query), bytes)).headers.get('etag')
      if (etag === null) throw new S3Problem(200, 'a part without an ETag')
      return written({ uploadId, etags: [...etags.slice(0, index), etag] })
    },
    complete: async (key, progress) => {
      const { uploadId, etags } = progressOf(progress)
      const parts = etags.map(
        (etag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${escaped(etag)}</ETag></Part>`,
      )
      const body = Buffer.from(`<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`)
      try {
        const answer = await (await ask('POST', urlOf(key, { uploadId }), body)).text()
        // It may fail after it has begun to answer: then the status is 200 and the body says so.
        if (/<Error>/.test(answer)) throw problemOf(200, answer)
      } catch (problem) {
        // Completed before, and the answer was lost; whether it is there is seen when it is read.
        if (!(problem instanceof S3Problem && problem.code === 'NoSuchUpload')) throw problem
      }
    },
    read: async (key, { start, end }) => {
      const { body } = await ask('GET', urlOf(key), new Uint8Array(), { range: `bytes=${start}-${end}` })
      if (body === null) throw new S3Problem(200, 'no body')
      return body
    },
    discard: async (key, progress) => {
      const quietly = async (url: URL): Promise<void> => {
        try {
          await ask('DELETE', url)
        } catch (problem) {
          if (!(problem instanceof S3Problem && problem.status === 404)) throw problem
        }
      }
      if (progress !== '') await quietly(urlOf(key, { uploadId: progressOf(progress).uploadId }))
      await quietly(urlOf(key))
    },
  }
}

function problemOf(status: number, answer: string): S3Problem {
  return new S3Problem(status, /<Code>([^<]{1,100})<\/Code>/.exec(answer)?.[1] ?? 'without a code')
}

function textIn(xml: string, name: string): string {
  const found = new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1]
  if (found === undefined) throw new S3Problem(200, `an answer without ${name}`)
  return found.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function written(progress: Progress): string {
  return JSON.stringify(progress)
}

function progressOf(text: string): Progress {
  return JSON.parse(text) as Progress
}
