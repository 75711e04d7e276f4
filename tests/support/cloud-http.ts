import { randomBytes, randomUUID, sign } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAccounts } from '#cloud/accounts/accounts.ts'
import { textToSign } from '#cloud/accounts/station-token.ts'
import { entities } from '#cloud/entities.ts'
import { cloudFiles } from '#cloud/files/cloud-files.ts'
import type { FileVault } from '#cloud/files/file-vault.ts'
import { folderVault } from '#cloud/files/folder-vault.ts'
import { createCloudServer } from '#cloud/server/cloud-server.ts'
import type { CloudLimits } from '#cloud/server/limits.ts'
import { type ListenLimits, listenCloud } from '#cloud/server/listen.ts'
import type { Instance } from '#shared/sync/members.ts'
import { memoryStores, type StoresUnderTest, testNow } from './cloud-for-test.ts'
import { newcomer, type WireWriter, wireWriter } from './wire-writer.ts'

export interface Answered {
  readonly status: number
  readonly body: unknown
  readonly headers: Headers
}

export interface CloudOverHttp {
  readonly url: string
  readonly clock: { now: number }
  readonly stores: StoresUnderTest
  readonly lines: readonly string[]
  get(path: string, token?: string): Promise<Answered>
  post(path: string, body: unknown, token?: string, headers?: Record<string, string>): Promise<Answered>
  /** Answers without the socket between: for requests by the thousand. */
  direct(path: string, init: RequestInit): Promise<Answered>
  /** A new organisation with its first station, and its token. */
  member(): Promise<{ org: string; token: string; epoch: string; key: Newcomer; writer: WireWriter }>
  /** Goes on from the instance that this helper last named, unless told otherwise. */
  tokenOf(org: string, key: Newcomer, instance?: Instance, appVersion?: string): Promise<Answered>
  /** What this station would name at its next contact. */
  instanceOf(key: Newcomer): Instance
  close(): Promise<void>
}

export type Newcomer = ReturnType<typeof newcomer>

/** What stations and the cloud say to each other of a station: all but the key that stays with it. */
export function presented({ privateKey: _, ...said }: Newcomer): Omit<Newcomer, 'privateKey'> {
  return said
}

/** The whole server on a real socket, over the store in memory and a clock that stands still. */
export async function startCloud(
  limits: Partial<CloudLimits> = {},
  stores = memoryStores(),
  listen?: ListenLimits,
  vault?: FileVault,
): Promise<CloudOverHttp> {
  const clock = { now: testNow }
  const lines: string[] = []
  const accounts = await createAccounts({ store: stores.store, accounts: stores.accounts, clock: () => clock.now })
  const folder = mkdtempSync(join(tmpdir(), 'counterproof-cloud-files-'))
  const files = cloudFiles({ shelf: stores.shelf, vault: vault ?? folderVault(folder), clock: () => clock.now })
  const cloud = createCloudServer({
    files,
    store: stores.store,
    accounts,
    entities,
    clock: () => clock.now,
    random: randomBytes,
    log: (line) => lines.push(line),
    limits,
  })
  const { url, close } = await listenCloud(cloud, { host: '127.0.0.1', port: 0, ...(listen && { limits: listen }) })

  const ask = async (path: string, init: RequestInit): Promise<Answered> => answered(await fetch(`${url}${path}`, init))
  const answered = async (response: Response): Promise<Answered> => {
    const text = await response.text()
    const isJson = response.headers.get('content-type') === 'application/json'
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers }
  }
  const bearer = (token?: string): Record<string, string> =>
    token === undefined ? {} : { authorization: `Bearer ${token}` }
  const post: CloudOverHttp['post'] = (path, body, token, headers = {}) =>
    ask(path, {
      method: 'POST',
      body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...bearer(token), ...headers },
    })
  const instances = new Map<string, string>()
  const instanceOf: CloudOverHttp['instanceOf'] = (key) => ({
    now: instances.get(key.id) ?? null,
    next: randomUUID(),
  })
  const tokenOf: CloudOverHttp['tokenOf'] = async (org, key, named, appVersion) => {
    const instance = named ?? instanceOf(key)
    if (named === undefined) instances.set(key.id, instance.next)
    const { body } = await post('/v1/challenge', { org, station: key.id })
    const challenge = textIn(body, 'challenge')
    const signature = sign(null, Buffer.from(textToSign(challenge)), key.privateKey).toString('base64')
    return post('/v1/token', {
      org,
      station: key.id,
      challenge,
      signature,
      instance,
      ...(appVersion && { appVersion }),
    })
  }

  return {
    url,
    clock,
    stores,
    lines,
    get: (path, token) => ask(path, { headers: bearer(token) }),
    post,
    tokenOf,
    direct: async (path, init) => answered(await cloud.fetch(new Request(`${url}${path}`, init))),
    instanceOf,
    member: async () => {
      const [org, key] = [randomUUID(), newcomer()]
      const { body } = await post('/v1/organisations', { org, station: presented(key) })
      const token = textIn((await tokenOf(org, key)).body, 'token')
      return { org, key, token, epoch: textIn(body, 'epoch'), writer: wireWriter(key.id) }
    },
    close: async () => {
      await close()
      await stores.store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export function textIn(body: unknown, name: string): string {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined
  if (typeof value !== 'string') throw new Error(`no ${name} in ${JSON.stringify(body)}`)
  return value
}
