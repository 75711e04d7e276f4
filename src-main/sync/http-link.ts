import { z } from 'zod'
import { gzipJson } from '#main/platform/net/gzip-json.ts'
import type { PlainFetch } from '#main/platform/net/pinned-fetch.ts'
import { snapshotAnswerForm } from '#shared/kernel/change/snapshot.ts'
import { digestAnswerForm, digestPageAnswerForm } from '#shared/sync/digest.ts'
import { pullAnswerForm, pushAnswerForm, wireVersion } from '#shared/sync/wire.ts'
import { type CloudLink, LinkProblem } from './cloud-link.ts'
import type { InstanceMark } from './instance.ts'
import { FeedClosed } from './round-ports.ts'

export interface HttpLinkPorts {
  /** The cloud's address without a path at its end. */
  readonly cloudUrl: string
  readonly org: string
  readonly station: string
  readonly appVersion: string
  /** Ed25519 over a text, base64. Rejects with `LinkProblem` where this computer does not have the key. */
  readonly sign: (text: string) => Promise<string>
  readonly instance: InstanceMark
  /** How many own changes are not sent, for the page of stations. */
  readonly waiting: () => number
  /** A request that takes longer is given up; a live connection that is silent for longer is dropped. Milliseconds. */
  readonly readTimeout: number
  readonly fetch: PlainFetch
  /** The cloud's clock as it stood in an answer; milliseconds since 1970, whole seconds. */
  readonly sawClock: (milliseconds: number) => void
}

const tokenAnswer = z.object({ token: z.string(), isShutOut: z.literal(true).optional() })
type Token = z.output<typeof tokenAnswer>
const challengeAnswer = z.object({ challenge: z.string() })
const tooOldAnswer = z.object({ params: z.object({ wanted: z.string() }) })
const problemAnswer = z.object({ code: z.string() })

/** The cloud over HTTP (Y4 to Y12, Y19): a signed challenge for a token of fifteen minutes, then push, pull and live. */
export class HttpCloudLink implements CloudLink {
  readonly #ports
  #token: Promise<Token> | undefined

  constructor(ports: HttpLinkPorts) {
    this.#ports = ports
  }

  async push(request: Parameters<CloudLink['push']>[0]): ReturnType<CloudLink['push']> {
    const answer = await this.#ask('POST', '/v1/push', request)
    return parsed(pushAnswerForm, answer)
  }

  async setAside(request: Parameters<CloudLink['push']>[0]): ReturnType<CloudLink['push']> {
    return parsed(pushAnswerForm, await this.#ask('POST', '/v1/quarantine', request, true))
  }

  async pull({
    after,
    limit,
    epoch,
    onlyToKeep,
    whole,
  }: Parameters<CloudLink['pull']>[0]): ReturnType<CloudLink['pull']> {
    const place = {
      wire: String(wireVersion),
      after: String(after),
      limit: String(limit),
      waiting: String(this.#ports.waiting()),
    }
    const asked = { ...(epoch && { epoch }), ...(onlyToKeep && { keep: '1' }), ...(whole && { whole: '1' }) }
    const query = new URLSearchParams({ ...place, ...asked })
    return parsed(pullAnswerForm, await this.#ask('GET', `/v1/pull?${query}`, undefined, false, [410, 426]))
  }

  async digest(request: Parameters<CloudLink['digest']>[0]): ReturnType<CloudLink['digest']> {
    return parsed(digestAnswerForm, await this.#ask('POST', '/v1/digest', request))
  }

  async digestPage(request: Parameters<CloudLink['digestPage']>[0]): ReturnType<CloudLink['digestPage']> {
    return parsed(digestPageAnswerForm, await this.#ask('POST', '/v1/digest/documents', request))
  }

  async snapshot(): ReturnType<CloudLink['snapshot']> {
    const response = await this.#answered('GET', '/v1/snapshot')
    if (response.status !== 426) return parsed(snapshotAnswerForm, await this.#read(response))
    // A newcomer whose program is too old asks for this first (G8).
    const { params } = parsed(tooOldAnswer, await this.#read(response, [426]))
    throw new FeedClosed({ is: 'tooOld', wanted: params.wanted })
  }

  async snapshotChunk(snapshot: string, no: number): Promise<Uint8Array | null> {
    const response = await this.#answered('GET', `/v1/snapshot/${snapshot}/${no}`)
    if (response.status === 404) return null
    if (!response.ok) throw await this.#problemOf(response)
    try {
      return new Uint8Array(await response.arrayBuffer())
    } catch (problem) {
      throw new LinkProblem('unreachable', `the chunk is cut off: ${String(problem)}`)
    }
  }

  /** Any other request of a station that is let in. */
  async ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> {
    return this.#ask(method, path, body)
  }

  /** A request whose answer is the caller's to read, whatever it says but that the token has run out. */
  async request(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    { headers = {}, body }: { headers?: Record<string, string>; body?: string | Uint8Array<ArrayBuffer> },
    signal: AbortSignal,
  ): Promise<Response> {
    const once = async (): Promise<Response> => {
      const authorization = `Bearer ${await this.#tokenNow()}`
      try {
        return await this.#ports.fetch(`${this.#ports.cloudUrl}${path}`, {
          method,
          headers: { ...headers, authorization },
          ...(body !== undefined && { body }),
          signal,
          redirect: 'error',
        })
      } catch (problem) {
        throw new LinkProblem('unreachable', String(problem))
      }
    }
    const first = await once()
    if (first.status !== 401) return first
    await first.body?.cancel()
    this.#token = undefined
    return once()
  }

  /**
   * Listens until told to stop or until the line is gone, silently or not; `moved` says that there are changes, `members`
   * that stations or their secrets are others. Rejects with `LinkProblem` when the connection does not come about or breaks.
   */
  async listen(heard: { moved(): void; members(): void }, signal: AbortSignal): Promise<void> {
    const silence = new AbortController()
    let timer = setTimeout(() => silence.abort(), this.#ports.readTimeout)
    try {
      const response = await this.#ports.fetch(`${this.#ports.cloudUrl}/v1/live`, {
        headers: { authorization: `Bearer ${await this.#tokenNow()}`, accept: 'text/event-stream' },
        signal: AbortSignal.any([signal, silence.signal]),
      })
      // A live connection ends with its token; the next one needs another.
      if (response.status === 401) this.#token = undefined
      if (!response.ok || response.body === null) throw await this.#problemOf(response)
      // What was said before this line stood was said to nobody; the head comes by itself.
      heard.members()
      for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
        clearTimeout(timer)
        timer = setTimeout(() => silence.abort(), this.#ports.readTimeout)
        if (piece.includes('event: moved')) heard.moved()
        if (piece.includes('event: members')) heard.members()
      }
    } catch (problem) {
      if (signal.aborted) return
      throw problem instanceof LinkProblem ? problem : new LinkProblem('unreachable', String(problem))
    } finally {
      clearTimeout(timer)
    }
  }

  async #ask(
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
    isHandingIn = false,
    answers: readonly number[] = [],
  ): Promise<unknown> {
    return this.#read(await this.#answered(method, path, body, isHandingIn), answers)
  }

  async #answered(method: 'GET' | 'POST', path: string, body?: unknown, isHandingIn = false): Promise<Response> {
    const first = await this.#send(method, path, body, await this.#tokenNow(isHandingIn))
    if (first.status !== 401) return first
    // A token may have run out on the way, or the cloud has another secret since: once more with a new one.
    this.#token = undefined
    return this.#send(method, path, body, await this.#tokenNow(isHandingIn))
  }

  /** `answers`: statuses beside success whose body is an answer of the protocol, and no problem of the line. */
  async #read(response: Response, answers: readonly number[] = []): Promise<unknown> {
    if (!response.ok && !answers.includes(response.status)) throw await this.#problemOf(response)
    try {
      return await response.json()
    } catch (problem) {
      throw new LinkProblem('unreachable', `the answer is cut off or no JSON: ${String(problem)}`)
    }
  }

  async #tokenNow(isHandingIn = false): Promise<string> {
    this.#token ??= this.#newToken().catch((problem: unknown) => {
      this.#token = undefined
      throw problem
    })
    const { token, isShutOut } = await this.#token
    if (isShutOut && !isHandingIn) throw new LinkProblem('shutOut', 'this station was shut out')
    return token
  }

  async #newToken(): Promise<Token> {
    const { org, station, appVersion, sign, instance } = this.#ports
    const asked = await this.#read(await this.#send('POST', '/v1/challenge', { org, station }))
    const { challenge } = parsed(challengeAnswer, asked)
    const signature = await sign(`counterproof token\n${challenge}`)
    const present = instance.present()
    const said = { org, station, challenge, signature, instance: present, appVersion }
    const given = parsed(tokenAnswer, await this.#read(await this.#send('POST', '/v1/token', said)))
    instance.agreed(present)
    return given
  }

  async #send(method: 'GET' | 'POST', path: string, body?: unknown, token?: string): Promise<Response> {
    try {
      const response = await this.#ports.fetch(`${this.#ports.cloudUrl}${path}`, {
        method,
        headers: {
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'content-type': 'application/json', 'content-encoding': 'gzip' }),
        },
        ...(body !== undefined && { body: await gzipJson(body) }),
        signal: AbortSignal.timeout(this.#ports.readTimeout),
        redirect: 'error',
      })
      const cloudsClock = Date.parse(response.headers.get('date') ?? '')
      if (!Number.isNaN(cloudsClock)) this.#ports.sawClock(cloudsClock)
      return response
    } catch (problem) {
      throw new LinkProblem('unreachable', String(problem))
    }
  }

  async #problemOf(response: Response): Promise<LinkProblem> {
    const said = problemAnswer.safeParse(await response.json().catch(() => undefined))
    const code = said.success ? said.data.code : `HTTP ${response.status}`
    const seconds = Number(response.headers.get('retry-after'))
    const retryAfter = seconds > 0 ? seconds * 1000 : null
    if (code === 'instance.other') return new LinkProblem('otherInstance', code)
    if (code === 'wire.version') return new LinkProblem('otherWire', code)
    if (response.status === 401 || response.status === 403) return new LinkProblem('notLetIn', code)
    if (response.status === 429 || response.status === 503) return new LinkProblem('busy', code, retryAfter)
    return new LinkProblem(response.status >= 500 ? 'fault' : 'unreachable', code, retryAfter)
  }
}

function parsed<T>(form: z.ZodType<T>, answer: unknown): T {
  const found = form.safeParse(answer)
  if (found.success) return found.data
  throw new LinkProblem('unreachable', `the answer is not one of this protocol: ${found.error.message.slice(0, 200)}`)
}
