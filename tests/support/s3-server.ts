import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** A store that behaves as the documentation of S3 says, in as much as multipart upload, ranged reading and deleting go. */
export interface S3Server {
  readonly url: string
  readonly objects: ReadonlyMap<string, Buffer>
  readonly openUploads: () => number
  readonly requests: readonly string[]
  /** Says what the next requests are answered with instead of being served: a status and a code, or a broken line. */
  fail(...answers: readonly (readonly [status: number, code: string] | 'reset' | 'silence' | 'errorInBody')[]): void
  close(): Promise<void>
}

const smallestPart = 5 * 1024 * 1024

export async function openS3Server(keys: {
  accessKey: string
  secretKey: string
  region: string
  bucket: string
}): Promise<S3Server> {
  const objects = new Map<string, Buffer>()
  const uploads = new Map<string, { key: string; parts: Map<number, Buffer> }>()
  const requests: string[] = []
  const failures: (readonly [number, string] | 'reset' | 'silence' | 'errorInBody')[] = []
  let count = 0

  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => serve(request, response, Buffer.concat(parts)))
  })

  const refuse = (response: ServerResponse, status: number, code: string): void => {
    response.writeHead(status, { 'content-type': 'application/xml' })
    response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>said no</Message></Error>`)
  }
  const answer = (response: ServerResponse, xml: string): void => {
    response.writeHead(200, { 'content-type': 'application/xml' })
    response.end(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`)
  }

  function serve(request: IncomingMessage, response: ServerResponse, body: Buffer): unknown {
    const url = new URL(request.url ?? '/', 'http://store')
    requests.push(`${request.method} ${url.search}`)
    const failure = failures.shift()
    if (failure === 'reset') return request.socket.resetAndDestroy()
    if (failure === 'silence') return undefined
    if (failure === 'errorInBody') return answer(response, '<Error><Code>InternalError</Code></Error>')
    if (failure !== undefined) return refuse(response, ...failure)
    if (!isSigned(request, url, body, keys)) return refuse(response, 403, 'SignatureDoesNotMatch')
    const [, bucket, ...rest] = url.pathname.split('/')
    if (bucket !== keys.bucket) return refuse(response, 404, 'NoSuchBucket')
    const key = rest.join('/')
    const uploadId = url.searchParams.get('uploadId')
    if (request.method === 'POST' && url.searchParams.has('uploads')) {
      count += 1
      uploads.set(`up&load-${count}`, { key, parts: new Map() })
      return answer(
        response,
        `<InitiateMultipartUploadResult><Key>${key}</Key><UploadId>up&amp;load-${count}</UploadId></InitiateMultipartUploadResult>`,
      )
    }
    if (uploadId !== null)
      return serveUpload(request, response, body, key, uploadId, Number(url.searchParams.get('partNumber')))
    const object = objects.get(key)
    if (request.method === 'DELETE') {
      objects.delete(key)
      response.writeHead(204)
      return response.end()
    }
    if (object === undefined) return refuse(response, 404, 'NoSuchKey')
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    if (from === undefined) {
      response.writeHead(200, { 'content-length': object.length })
      return response.end(object)
    }
    if (Number(from) >= object.length) return refuse(response, 416, 'InvalidRange')
    const end = Math.min(Number(to), object.length - 1)
    response.writeHead(206, { 'content-range': `bytes ${from}-${end}/${object.length}` })
    return response.end(object.subarray(Number(from), end + 1))
  }

  function serveUpload(
    request: IncomingMessage,
    response: ServerResponse,
    body: Buffer,
    key: string,
    id: string,
    part: number,
  ): unknown {
    const upload = uploads.get(id)
    if (upload?.key !== key) return refuse(response, 404, 'NoSuchUpload')
    if (request.method === 'DELETE') {
      uploads.delete(id)
      response.writeHead(204)
      return response.end()
    }
    if (request.method === 'PUT') {
      upload.parts.set(part, body)
      response.writeHead(200, { etag: `"${createHash('md5').update(body).digest('hex')}"` })
      return response.end()
    }
    const wanted = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>([^<]+)<\/ETag>/g)]
    const pieces = wanted.map(([, number, etag]) => ({
      bytes: upload.parts.get(Number(number)),
      etag: etag?.replaceAll('"', ''),
    }))
    const isKnown = pieces.every(
      ({ bytes, etag }) => bytes !== undefined && createHash('md5').update(bytes).digest('hex') === etag,
    )
    if (!isKnown || pieces.length === 0) return refuse(response, 400, 'InvalidPart')
    if (pieces.slice(0, -1).some(({ bytes }) => (bytes?.length ?? 0) < smallestPart))
      return refuse(response, 400, 'EntityTooSmall')
    objects.set(key, Buffer.concat(pieces.map(({ bytes }) => bytes ?? Buffer.alloc(0))))
    uploads.delete(id)
    return answer(response, `<CompleteMultipartUploadResult><Key>${key}</Key></CompleteMultipartUploadResult>`)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    objects,
    openUploads: () => uploads.size,
    requests,
    fail: (...answers) => void failures.push(...answers),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Reads the signature as the store does: over the raw request line and the headers that are said to be signed. */
function isSigned(
  request: IncomingMessage,
  url: URL,
  body: Buffer,
  keys: { accessKey: string; secretKey: string; region: string },
): boolean {
  const [, access, day, region, names = '', signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    ) ?? []
  const digest = createHash('sha256').update(body).digest('hex')
  if (access !== keys.accessKey || region !== keys.region || request.headers['x-amz-content-sha256'] !== digest)
    return false
  const query = [...url.searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
  const headers = names.split(';').map((name) => `${name}:${request.headers[name]}\n`)
  const canonical = [request.method, url.pathname, query.join('&'), headers.join(''), names, digest].join('\n')
  const text = [
    'AWS4-HMAC-SHA256',
    request.headers['x-amz-date'],
    `${day}/${region}/s3/aws4_request`,
    createHash('sha256').update(canonical).digest('hex'),
  ].join('\n')
  const mac = (key: string | Buffer, word: string): Buffer => createHmac('sha256', key).update(word).digest()
  const key = mac(mac(mac(mac(`AWS4${keys.secretKey}`, day ?? ''), region ?? ''), 's3'), 'aws4_request')
  return mac(key, text).toString('hex') === signature
}
