import { createHash, createHmac } from 'node:crypto'

export interface S3Keys {
  readonly accessKey: string
  readonly secretKey: string
  readonly region: string
}

export interface RequestToSign {
  readonly method: string
  readonly url: URL
  /** In any case; `host`, `x-amz-date` and `x-amz-content-sha256` are added. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** The headers of a request to S3, with its signature (AWS Signature Version 4, in the header, one chunk). */
export function signed(request: RequestToSign, keys: S3Keys, at: Date): Readonly<Record<string, string>> {
  const { method, url, body } = request
  const instant = at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '')
  const day = instant.slice(0, 8)
  const digest = sha256(body)
  const lower = Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value.trim()] as const)
  const headers: Record<string, string> = {
    ...Object.fromEntries(lower),
    host: url.host,
    'x-amz-content-sha256': digest,
    'x-amz-date': instant,
  }
  const names = Object.keys(headers).sort()
  const canonical = [
    method,
    // S3 signs the path as it is sent, encoded once.
    url.pathname
      .split('/')
      .map((part) => encoded(decodeURIComponent(part)))
      .join('/'),
    canonicalQuery(url),
    ...names.map((name) => `${name}:${headers[name]}`),
    '',
    names.join(';'),
    digest,
  ].join('\n')
  const scope = `${day}/${keys.region}/s3/aws4_request`
  const toSign = `AWS4-HMAC-SHA256\n${instant}\n${scope}\n${sha256(canonical)}`
  const key = [day, keys.region, 's3', 'aws4_request'].reduce<Buffer>(
    (secret, word) => createHmac('sha256', secret).update(word).digest(),
    Buffer.from(`AWS4${keys.secretKey}`),
  )
  const signature = createHmac('sha256', key).update(toSign).digest('hex')
  const authorization = `AWS4-HMAC-SHA256 Credential=${keys.accessKey}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`
  const { host: _, ...sent } = headers
  return { ...sent, authorization }
}

function canonicalQuery(url: URL): string {
  return [...url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&')
}

/** Everything but letters, digits and `-._~`, in capitals. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}
