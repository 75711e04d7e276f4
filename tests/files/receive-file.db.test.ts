import { createHash } from 'node:crypto'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { filesOfCodeSql, filesOfHashSql } from '#main/files/queries/find-files.ts'
import { createTestApp, type TestApp } from '#tests/support/create-test-app.ts'
import { tableDump } from '#tests/support/table-dump.ts'
import { createTestShop, type TestShop, withPerson } from '#tests/support/test-shop.ts'
import { handmadePdf } from './handmade-pdf.ts'
import { base64, sendFile, sendPieces } from './send-file.ts'

let shop: TestShop
let other: TestApp | undefined
afterEach(async () => {
  await other?.close()
  other = undefined
  await shop.close()
})

async function restart(): Promise<void> {
  const { administratorId, companyId } = shop
  shop = { ...(await shop.reopen()), administratorId, companyId }
  shop.actAs(administratorId)
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const large = Uint8Array.from({ length: 600_000 }, (_, at) => (at * at) % 251)
const incoming = (): readonly string[] => readdirSync(join(shop.folder, 'files', 'incoming'))

test('[FI1] a file comes in pieces, is kept by its hash and has a record with its short code', async () => {
  shop = await createTestShop()
  const pdf = handmadePdf()
  const bytes = Buffer.concat([pdf, large])
  const file = await sendFile(shop, 'flyer.pdf', bytes)
  expect(file).toEqual({
    id: file.id,
    hash: hashOf(bytes),
    size: bytes.length,
    mediaType: 'application/pdf',
    name: 'flyer.pdf',
    kind: 'artwork',
    shortCode: expect.stringMatching(/^[2-9A-HJ-NP-Z]{2}-[2-9A-HJ-NP-Z]{4}$/),
    version: 1,
    replaces: null,
    quarantine: null,
    previewable: true,
    archived: false,
    place: 'here',
    onlyAt: null,
  })
  expect(shop.app.services.files.get(file.hash)).toEqual(bytes)
  expect(incoming()).toEqual([])
  expect(await shop.query('file.get', { id: file.id })).toEqual(file)
  expect(shop.problems).toEqual([])
})

test('[FI2] the same bytes under two names are one stored file and two records; a replacement counts on', async () => {
  shop = await createTestShop()
  const pdf = handmadePdf()
  const first = await sendFile(shop, 'Kaart.pdf', pdf)
  const twin = await sendFile(shop, 'kaart.PDF', pdf)
  const next = await sendFile(shop, 'kaart v2.pdf', handmadePdf({ content: '0 0 m' }), { replaces: first.id })
  expect([twin.hash, twin.shortCode, twin.id === first.id]).toEqual([first.hash, first.shortCode, false])
  expect([next.version, next.replaces]).toEqual([2, first.id])
  expect((await shop.query('file.find', { hash: first.hash })).map((each) => each.name)).toEqual([
    'kaart.PDF',
    'Kaart.pdf',
  ])
  expect(
    (await shop.query('file.find', { code: next.shortCode.toLowerCase().replace('-', ' ') })).map((each) => each.id),
  ).toEqual([next.id])
  expect(await shop.query('file.find', { code: 'O0-1I1I' })).toEqual([])
  const refusal = await shop.refusal('command', 'file.register', {
    hash: first.hash,
    name: 'x.pdf',
    kind: 'artwork',
    replaces: shop.companyId,
  })
  expect(refusal).toEqual({ code: 'notFound.file', params: { id: shop.companyId } })
})

test('[FI5] [reliability 45] an upload that broke off goes on where it stopped, also after a restart', async () => {
  shop = await createTestShop()
  const { uploadId, pieceLimit } = await shop.local('file.begin', { name: 'boek.bin', size: large.length })
  await shop.local('file.append', { uploadId, offset: 0, data: base64(large.subarray(0, pieceLimit)) })
  expect(await shop.refusal('local', 'file.finish', { uploadId })).toEqual({
    code: 'file.incomplete',
    params: { received: pieceLimit, size: large.length },
  })
  await restart()
  const stand = await shop.local('file.resume', { uploadId })
  expect(stand).toEqual({ uploadId, received: pieceLimit, pieceLimit, size: large.length, name: 'boek.bin' })
  // The answer to this piece was lost: it is sent again and answered alike. One that leaves a gap is not taken.
  expect(await shop.local('file.append', { uploadId, offset: 0, data: base64(large.subarray(0, 1000)) })).toEqual({
    received: pieceLimit,
  })
  expect(await shop.refusal('local', 'file.append', { uploadId, offset: pieceLimit + 1, data: 'AAAA' })).toEqual({
    code: 'file.gap',
    params: { expected: pieceLimit },
  })
  await sendPieces(shop, uploadId, large, stand.received, pieceLimit)
  const file = await shop.local('file.finish', { uploadId, sha256: hashOf(large) })
  expect([file.id, file.hash]).toEqual([uploadId, hashOf(large)])
  // Asked again because the answer was lost.
  expect(await shop.local('file.finish', { uploadId })).toEqual(file)
})

test('[FI5] a crash between keeping the bytes and making the record loses neither', async () => {
  shop = await createTestShop()
  const { uploadId } = await shop.local('file.begin', { name: 'a.bin', size: 3 })
  await shop.local('file.append', { uploadId, offset: 0, data: 'AQID' })
  const hash = hashOf(Uint8Array.of(1, 2, 3))
  shop.app.services.local.write('update file_uploads set hash = ? where id = ?').run(hash, uploadId)
  shop.app.services.files.receive(uploadId).keep(hash)
  expect(await shop.local('file.resume', { uploadId })).toMatchObject({ received: 3 })
  expect(await shop.local('file.finish', { uploadId })).toMatchObject({ id: uploadId, hash, size: 3 })
  expect(shop.app.station.db.read('select * from file_uploads').all()).toEqual([])
})

test('[FI5] finished twice at once, a file gets one record', async () => {
  shop = await createTestShop()
  const { uploadId } = await shop.local('file.begin', { name: 'a.bin', size: 3 })
  await shop.local('file.append', { uploadId, offset: 0, data: 'AQID' })
  const [one, two] = await Promise.all([
    shop.local('file.finish', { uploadId }),
    shop.local('file.finish', { uploadId }),
  ])
  expect(one).toEqual(two)
  expect(shop.app.station.db.read('select count(*) n from files').get()).toEqual({ n: 1 })
})

test('[FI5] [reliability 42, 45] what is empty, too large, too long, damaged on the way or no base64 is refused with the reason', async () => {
  shop = await createTestShop()
  const begin = (size: number) => shop.refusal('local', 'file.begin', { name: 'x.pdf', size })
  expect(await begin(0)).toEqual({ code: 'file.empty', params: { name: 'x.pdf' } })
  expect(await begin(4 * 1024 ** 3 + 1)).toEqual({
    code: 'file.tooLarge',
    params: { name: 'x.pdf', limitGigabytes: 4 },
  })
  const { uploadId } = await shop.local('file.begin', { name: 'x.pdf', size: 6 })
  const append = async (offset: number, data: string) =>
    (await shop.refusal('local', 'file.append', { uploadId, offset, data })).code
  expect(await append(0, '!!!!')).toBe('file.pieceMalformed')
  expect(await append(0, 'AAA')).toBe('file.pieceMalformed')
  expect(await append(0, 'AAAAAAAAAAAA')).toBe('file.longerThanSaid')
  expect(await append(0, 'A'.repeat(400_000))).toBe('input.invalid')
  await shop.local('file.append', { uploadId, offset: 0, data: 'AAAAAAAA' })
  expect((await shop.refusal('local', 'file.finish', { uploadId, sha256: 'f'.repeat(64) })).code).toBe(
    'file.hashDiffers',
  )
  expect((await shop.refusal('local', 'file.finish', { uploadId })).code).toBe('notFound.fileUpload')
  expect(incoming()).toEqual([])
  expect(await shop.refusal('command', 'file.register', { hash: 'a'.repeat(64), name: 'x', kind: 'paper' })).toEqual({
    code: 'file.missing',
    params: { hash: 'a'.repeat(64) },
  })
})

test('[FI5] nobody adds to an upload of somebody else, and one nobody goes on with is given up after a week', async () => {
  shop = await createTestShop()
  const { uploadId } = await shop.local('file.begin', { name: 'a.bin', size: 3 })
  await shop.local('file.append', { uploadId, offset: 0, data: 'AQI=' })
  await withPerson(shop, 'warehouse')
  for (const name of ['file.resume', 'file.finish'] as const)
    expect((await shop.refusal('local', name, { uploadId })).code).toBe('notFound.fileUpload')
  expect((await shop.refusal('local', 'file.append', { uploadId, offset: 2, data: 'AA==' })).code).toBe(
    'notFound.fileUpload',
  )
  await shop.local('file.discard', { uploadId })
  expect(incoming()).toHaveLength(1)
  shop.clock.advance(8 * 24 * 3_600_000)
  await restart()
  expect(incoming()).toEqual([])
})

test('[FI3] [reliability 42] a program or virus test file is set apart whatever its name says, and never opened', async () => {
  shop = await createTestShop()
  const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
  const sent = async (name: string, content: string | Uint8Array) => {
    const file = await sendFile(shop, name, typeof content === 'string' ? Buffer.from(content, 'latin1') : content)
    const preview = await shop.local('file.preview', { hash: file.hash })
    return [file.quarantine, file.previewable, preview.problem]
  }
  expect(await sent('folder.pdf', 'MZ\u0090\u0000 %PDF-1.7 hidden')).toEqual(['executable', false, 'quarantined'])
  expect(await sent('scan.pdf', eicar)).toEqual(['malware', false, 'quarantined'])
  expect(await sent('run.pdf', '#!/bin/sh\nrm -rf /')).toEqual(['executable', false, 'quarantined'])
  expect(await sent('factuur.pdf.bat', 'del *.*')).toEqual(['executable', false, 'quarantined'])
  expect(await sent('foto.png', handmadePdf())).toEqual(['otherContent', false, 'quarantined'])
  expect(await sent('leeg.pdf', 'only text')).toEqual(['otherContent', false, 'quarantined'])
  expect(await sent('data.csv', 'a;b')).toEqual([null, false, 'notPreviewable'])
})

test('[bad input 47] [FI7] [reliability 47] a name is text and never a place on the disk', async () => {
  shop = await createTestShop()
  const names: readonly (readonly [string, string])[] = [
    ['../../x', '../../x'],
    ['C:\\x', 'C:\\x'],
    ['\\\\srv\\x', '\\\\srv\\x'],
    ['CON', 'CON'],
    ['a.pdf:ads', 'a.pdf:ads'],
    ['a%00.png.txt', 'a%00.png.txt'],
    ['a\u0000\nb\u202Efdp.txt', 'a b\uFFFDfdp.txt'],
    ['-rf', '-rf'],
    ['🦊.txt', '🦊.txt'],
    ['e\u0301.txt', 'é.txt'],
    ['trailing. ', 'trailing.'],
    ['', ''],
  ]
  const kept: [string, string][] = []
  for (const [name] of names) kept.push([name, (await sendFile(shop, name, Buffer.from(name + 1))).name])
  expect(kept).toEqual(names)
  const long = (await sendFile(shop, `${'lang'.repeat(100)}.pdf.txt`, Buffer.from('x'))).name
  expect([[...long].length, long.endsWith('lang.pdf.txt'), long.includes('…')]).toEqual([255, true, true])
  const stored = readdirSync(join(shop.folder, 'files'), { recursive: true, encoding: 'utf8' })
  expect(stored.filter((path) => !/^(incoming|[0-9a-f]{2}|[0-9a-f]{2}[\\/][0-9a-f]{64})$/.test(path))).toEqual([])
})

test('[FI6] [reliability 52] a file that was taken from the disk is said to be missing, and comes back', async () => {
  shop = await createTestShop()
  const pdf = handmadePdf()
  const file = await sendFile(shop, 'a.pdf', pdf)
  const path = shop.app.services.files.pathOf(file.hash)
  expect(statSync(path).size).toBe(pdf.length)
  rmSync(path)
  expect(await shop.query('file.get', { id: file.id })).toEqual({ ...file, place: 'missing' })
  expect(await shop.refusal('local', 'file.preview', { hash: file.hash })).toEqual({
    code: 'file.missing',
    params: { hash: file.hash },
  })
  await sendFile(shop, 'again.pdf', pdf)
  expect(await shop.query('file.get', { id: file.id })).toEqual(file)
})

test('[FI8] the logo can be brought before the shop is set up', async () => {
  shop = await createTestShop()
  other = createTestApp()
  const logo = await sendFile(other, 'logo.svg', Buffer.from('<svg xmlns="x"></svg>'), { kind: 'logo' })
  expect(logo).toMatchObject({ kind: 'logo', mediaType: 'image/svg+xml', previewable: false, quarantine: null })
  expect(other.problems).toEqual([])
})

test('[W4] [W13] file records survive a rebuild, and both look-ups name their index', async () => {
  shop = await createTestShop()
  const first = await sendFile(shop, 'a.pdf', handmadePdf())
  await sendFile(shop, 'b.txt', Buffer.from('text'), { replaces: first.id })
  await shop.command('file.archive', { id: first.id, archived: true })
  const tables = ['docs', 'files', 'file_uploads', 'file_previews']
  const before = tableDump(shop.app.station.db, tables)
  shop.app.rebuild()
  expect(tableDump(shop.app.station.db, tables)).toEqual(before)
  const planOf = (sql: string) =>
    shop.app.station.db
      .read<{ detail: string }>(`explain query plan ${sql}`)
      .all(null, null)
      .map((each) => each.detail)
  expect(planOf(filesOfHashSql)).toEqual(['SEARCH files USING COVERING INDEX ix_files__hash (hash=?)'])
  expect(planOf(filesOfCodeSql)).toEqual(['SEARCH files USING COVERING INDEX ix_files__short_code (short_code=?)'])
})
