import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { exportShop } from '#main/app/export-shop.ts'
import { unpackText } from '#main/platform/changes/packed-text.ts'
import { readCompanySecret } from '#main/sync/index.ts'
import { type CloudOverHttp, startCloud } from '#tests/support/cloud-http.ts'
import { createTestApp, type TestApp } from '#tests/support/create-test-app.ts'
import { type StationHome, stationHome, until } from '#tests/sync/station-home.ts'

const administrator = { password: 'Zilverwit papier 170 g', pin: '48291573' } as const
const canary = 'canary-1f7c0b5e-Kanariengeel'

let cloud: CloudOverHttp
let home: StationHome

beforeAll(async () => {
  cloud = await startCloud({ openBurst: 10_000, burst: 10_000 })
})
afterAll(() => cloud.close())
beforeEach(() => {
  home = stationHome()
})
afterEach(async () => {
  await home.close()
  vi.restoreAllMocks()
})

const codeFrom = async (station: TestApp) => (await station.local('sync.pairingCode', {})).code
const secretsHere = (station: TestApp) =>
  until(
    () => station.query('sync.joining', {}),
    ({ awaitsSecrets }) => !awaitsSecrets,
  )
const viewer = {
  sessionId: 's',
  userId: 'u',
  name: '',
  role: '',
  grants: new Set(['*']),
  scope: 'all',
  language: 'en',
} as const
const companySecret = async (station: TestApp, key: string) => readCompanySecret(station.app.services, viewer, key)

/** A shop with an administrator who has a password and a PIN, and a second station. */
async function twoStations(url = cloud.url) {
  const a = await home.found('a', url)
  await a.local('credential.setFirst', administrator)
  const b = await home.join('b', url, await codeFrom(a))
  await secretsHere(b)
  await until(
    () => b.app.isSetUp(),
    (isSetUp) => isSetUp,
  )
  b.actAs(a.administratorId)
  return { a, b }
}

test('[U16] [Y29] a joined station lets people of the shop in, and a PIN changed at one works at the other', async () => {
  const { a, b } = await twoStations()
  const userId = a.administratorId
  const people = await b.query('session.people', {})
  expect(people.people).toMatchObject([{ id: userId, hasPin: true, hasPassword: true }])
  await b.local('session.signIn', { userId, proof: { pin: administrator.pin } })
  await b.local('credential.changePin', { proof: { pin: administrator.pin }, pin: '7302' })
  await until(
    () => a.reply('local', 'session.signIn', { userId, proof: { pin: '7302' } }),
    ({ ok }) => ok,
  )
  expect(await a.refusal('local', 'session.signIn', { userId, proof: { pin: administrator.pin } })).toMatchObject({
    code: 'session.wrongPin',
  })
  // A third, let in by the second, gets what both keep.
  b.actAs(userId)
  const c = await home.join('c', cloud.url, await codeFrom(b))
  await secretsHere(c)
  await until(
    () => c.reply('local', 'session.signIn', { userId, proof: { pin: '7302' } }),
    ({ ok }) => ok,
  )
  const { id } = await a.command('user.add', { name: 'Noor', role: 'counter' })
  await a.local('user.setPin', { userId: id, pin: '2468' })
  for (const station of [b, c])
    await until(
      () => station.reply('local', 'session.signIn', { userId: id, proof: { pin: '2468' } }),
      ({ ok }) => ok,
    )
  await a.local('user.setPin', { userId: id, pin: null })
  await until(
    () => c.query('session.people', {}),
    ({ people }) => people.some((each) => each.id === id && !each.hasPin),
  )
})

test('[U16] until another station answers, a joined one says that it waits, and lets nobody in', async () => {
  const a = await home.found('a', cloud.url)
  await a.local('credential.setFirst', administrator)
  const code = await codeFrom(a)
  await until(
    () => a.query('sync.status', {}),
    ({ state, waiting }) => state.is === 'inStep' && waiting === 0,
  )
  await a.close()
  const b = await home.join('b', cloud.url, code)
  await until(
    () => b.app.isSetUp(),
    (isSetUp) => isSetUp,
  )
  await until(
    () => b.query('sync.joining', {}),
    ({ state }) => state.is === 'inStep',
  )
  expect(await b.query('sync.joining', {})).toMatchObject({ awaitsSecrets: true })
  expect(await b.query('session.current', {})).toMatchObject({ isSetUp: true, needsFirstPassword: false })
  const proof = { password: administrator.password }
  expect(await b.refusal('local', 'session.signIn', { userId: a.administratorId, proof })).toMatchObject({
    code: 'session.secretsAwaited',
  })
  expect(await b.refusal('local', 'credential.setFirst', administrator)).toMatchObject({
    code: 'credential.alreadySet',
  })
  const again = createTestApp({ folder: home.pathOf('a'), seed: 'a2', modules: home.modulesOf('a') })
  home.closes(again)
  await secretsHere(b)
  await b.local('session.signIn', { userId: a.administratorId, proof })
})

test('[Y29] a company secret reaches every station, and no bytes anywhere show it', async () => {
  const wire = recordedWire()
  const { a, b } = await twoStations()
  await a.local('secret.keep', { key: 'mail.password', value: canary })
  await until(
    () => companySecret(b, 'mail.password'),
    (result) => result.ok && result.value === canary,
  )
  expect(await b.query('secret.list', {})).toMatchObject({ secrets: [{ key: 'mail.password' }], toChange: [] })
  await a.command('party.register', { name: 'Bakkerij De Molen' })
  a.app.station.db.driver.pragma('wal_checkpoint(PASSIVE)')
  const hash = a.app.station.db
    .read<{ hash: string }>('select pin_hash as hash from credentials where user_id = ?')
    .get(a.administratorId)?.hash
  const marks = [canary, administrator.password, administrator.pin].flatMap((secret) =>
    ['utf8', 'hex', 'base64', 'base64url'].map((form) => Buffer.from(secret).toString(form as BufferEncoding)),
  )
  const exported = home.pathOf('exported')
  mkdirSync(exported)
  expect(exportShop(a.app, join(exported, 'shop.jsonl'), '1')).toBeGreaterThan(2)
  expect(() => exportShop(a.app, join(exported, 'shop.jsonl'), '1')).toThrow(/EEXIST/)
  expect(traces(filesIn(exported), ['Bakkerij De Molen'])).not.toEqual([])
  const folders = ['a', 'b', 'keys', 'exported'].map((name) => home.pathOf(name))
  expect(traces(folders.flatMap(filesIn), ['company/mail.password'])).not.toEqual([])
  expect(traces(folders.flatMap(filesIn), marks)).toEqual([])
  expect(traces(filesIn(exported), [hash ?? 'no hash'])).toEqual([])
  const logs = [a, b].flatMap(({ app }) =>
    app.station.db
      .read<{ payload: Buffer | string }>('select payload from changes')
      .all()
      .map(({ payload }) => unpackText(payload)),
  )
  const kept = JSON.stringify([
    ...(await cloudContents(cloud, a.app.services.org)),
    ...cloud.lines,
    a.problems,
    b.problems,
  ])
  await until(
    () => wire(),
    (said) => said.includes('Bakkerij De Molen'),
  )
  expect(kept).toContain('company/mail.password')
  for (const text of [...logs, wire(), kept])
    expect([...marks, hash ?? 'no hash'].filter((mark) => text.includes(mark))).toEqual([])
  // Even an administrator asks in vain for what it is.
  expect(JSON.stringify(await a.query('secret.list', {}))).not.toContain(canary)
  await a.local('secret.keep', { key: 'mail.password', value: null })
  await until(
    () => companySecret(b, 'mail.password'),
    (result) => !result.ok && result.refusal.code === 'secret.notHere',
  )
})

test('[Y19] [Y29] shutting a station out lists what it could read, until that has been changed', async () => {
  const { a, b } = await twoStations()
  await a.local('secret.keep', { key: 'mail.password', value: canary })
  await until(
    () => companySecret(b, 'mail.password'),
    (result) => result.ok,
  )
  const { stations } = await a.local('sync.stations', {})
  const out = stations.find(({ code }) => code === 'B')
  expect(out?.reads).toContainEqual({ kind: 'company', name: 'mail.password' })
  expect(stations.map(({ isOwn }) => isOwn)).toEqual([true, false])
  await a.local('sync.revoke', { station: out?.id ?? '' })
  const kinds = async () =>
    (await a.query('secret.list', {})).toChange.map(({ kind, name }) => `${kind} ${name}`).sort()
  await until(kinds, (found) => found.length === 4)
  expect(await kinds()).toEqual([
    'company mail.password',
    'password Marit Visser',
    'pin Marit Visser',
    'recovery Marit Visser',
  ])
  await a.local('secret.keep', { key: 'mail.password', value: 'another one' })
  await a.local('credential.changePin', { proof: { password: administrator.password }, pin: '9911' })
  expect(await kinds()).toEqual(['password Marit Visser', 'recovery Marit Visser'])
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(await companySecret(b, 'mail.password')).toEqual({ ok: true, value: canary })
})

test('[Y28] a station that the cloud invents gets nothing: no code was read to it', async () => {
  const { a, b } = await twoStations()
  await a.local('secret.keep', { key: 'mail.password', value: canary })
  const { org } = a.app.services
  // The cloud itself lets one in, with a code it made alone.
  const issued = await cloud.stores.accounts.members(org)
  expect(issued.members).toHaveLength(2)
  const intruder = await home.keysOf('intruder').create('00000000-0000-4000-8000-00000000000e')
  await cloud.stores.accounts.addCode({
    org,
    hash: 'h',
    issuedBy: a.app.station.identity.id,
    expiresAt: '2999-01-01T00:00:00.000Z',
  })
  await cloud.stores.accounts.redeem(
    'h',
    {
      id: '00000000-0000-4000-8000-00000000000e',
      name: 'C',
      appVersion: '1',
      ...intruder,
      proof: `${'A'.repeat(43)}=`,
    },
    new Date().toISOString(),
  )
  await a.local('secret.keep', { key: 'mail.password', value: `${canary}2` })
  await until(
    () => companySecret(b, 'mail.password'),
    (result) => result.ok && result.value === `${canary}2`,
  )
  const { held } = await cloud.stores.accounts.members(org)
  expect(new Set(held.map(({ station }) => station))).toEqual(
    new Set([a.app.station.identity.id, b.app.station.identity.id]),
  )
  // A letter from it is left alone too.
  const letters = [
    {
      to: b.app.station.identity.id,
      name: 'company/mail.password',
      stamp: 'ffffffffffffffffA',
      sealed: 'AAAA',
      signature: 'AAAA',
    },
  ]
  await cloud.stores.accounts.putLetters(org, '00000000-0000-4000-8000-00000000000e', letters)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(await companySecret(b, 'mail.password')).toEqual({ ok: true, value: `${canary}2` })
})

test('[bad input 86] [Y18] whoever is not let in leaves no key behind', async () => {
  const a = await home.found('a', cloud.url)
  const code = await codeFrom(a)
  const wrong = `${code.slice(0, 8)}2${code.slice(9)}`
  for (const each of [wrong === code ? '' : wrong, 'ABCD', code.slice(0, 9)])
    await expect(home.join('b', cloud.url, each)).rejects.toMatchObject({
      code: expect.stringMatching(/^sync\.code\./),
    })
  await expect(home.join('b', 'http://127.0.0.1:1', code)).rejects.toMatchObject({ code: 'sync.unreachable' })
  const folder = join(home.folder, 'keys', 'b')
  expect((existsSync(folder) ? readdirSync(folder) : []).filter((name) => name !== 'box.key')).toEqual([])
  const keys = join(home.folder, 'keys', 'a')
  expect(readdirSync(keys)).toHaveLength(2)
  if (process.platform !== 'win32')
    for (const name of readdirSync(keys)) expect(statSync(join(keys, name)).mode & 0o777).toBe(0o600)
})

test('[bad input 87] [Y30] a copied folder with its keys is told at its first word to pair anew, and the first goes on', async () => {
  const { a } = await twoStations()
  await until(
    () => a.query('sync.status', {}),
    ({ state, waiting }) => state.is === 'inStep' && waiting === 0,
  )
  const administratorId = a.administratorId
  await a.close()
  cpSync(home.pathOf('a'), home.pathOf('clone'), { recursive: true })
  const first = createTestApp({ folder: home.pathOf('a'), seed: 'a2', modules: home.modulesOf('a') })
  home.closes(first)
  first.actAs(administratorId)
  await until(
    () => first.query('sync.status', {}),
    ({ state }) => state.is === 'inStep',
  )
  const clone = createTestApp({ folder: home.pathOf('clone'), seed: 'a3', modules: home.modulesOf('a') })
  home.closes(clone)
  clone.actAs(administratorId)
  await until(
    () => clone.query('sync.status', {}),
    ({ state }) => state.is === 'forked',
  )
  await clone.command('party.register', { name: 'Not sent' })
  await first.command('party.register', { name: 'Bakkerij De Molen' })
  await until(
    () => first.query('sync.status', {}),
    ({ state, waiting }) => state.is === 'inStep' && waiting === 0,
  )
  expect((await clone.query('sync.outbox', {})).documents).toMatchObject([
    { entity: 'party', title: 'KA0001 Not sent' },
  ])
})

test('[Y30] a folder without its keys is no station: on another computer it says so and sends nothing', async () => {
  const { a } = await twoStations()
  const administratorId = a.administratorId
  await a.close()
  const moved = createTestApp({ folder: home.pathOf('a'), seed: 'a2', modules: home.modulesOf('elsewhere') })
  home.closes(moved)
  moved.actAs(administratorId)
  await until(
    () => moved.query('sync.status', {}),
    ({ state }) => state.is === 'noKey',
  )
})

test('[bad input 88] a station that holds data joins no other shop, and its data stay', async () => {
  const a = await home.found('a', cloud.url)
  const code = await codeFrom(a)
  const other = await home.found('other', cloud.url)
  await expect(home.join('other', cloud.url, code)).rejects.toMatchObject({ code: 'sync.hasData' })
  const wish = { cloudUrl: cloud.url, code, stationName: 'Other' }
  expect(await other.refusal('local', 'sync.join', wish)).toMatchObject({ code: 'sync.hasData' })
  expect(
    await other.refusal('local', 'sync.found', { cloudUrl: 'https://cloud.example', stationName: 'x' }),
  ).toMatchObject({
    code: 'sync.otherCloud',
  })
  expect((await a.local('sync.stations', {})).stations).toHaveLength(1)
})

/** Everything that stations and cloud say to each other from now on, unpacked. */
function recordedWire(): () => string {
  const said: string[] = []
  const send = globalThis.fetch
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (url, init) => {
    const { body } = init ?? {}
    if (body instanceof Uint8Array) said.push(gunzipSync(body).toString('utf8'))
    else if (body != null) throw new Error('a body that is not packed')
    const response = await send(url, init)
    if (!String(url).endsWith('/v1/live')) said.push(await response.clone().text())
    return response
  })
  return () => said.join('\n')
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
}

function traces(files: readonly string[], marks: readonly string[]): readonly (readonly [string, string])[] {
  return files.flatMap((path) => {
    const text = readFileSync(path).toString('latin1')
    return marks.filter((mark) => text.includes(mark)).map((mark) => [path, mark] as const)
  })
}

/** All that the cloud has of an organisation, as text. */
async function cloudContents({ stores }: CloudOverHttp, org: string): Promise<readonly unknown[]> {
  const { members, held } = await stores.accounts.members(org)
  const names = [...new Set(held.map(({ name }) => name))]
  const letters = await Promise.all(members.map(({ id }) => stores.accounts.letters(org, id, names)))
  return [members, held, letters, await stores.store.feed(org, 0, 100_000), await stores.accounts.stations(org)]
}
