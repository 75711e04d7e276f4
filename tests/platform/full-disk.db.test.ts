import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusalOfStart } from '#main/app/start-problem.ts'
import { refusalOfDisk } from '#main/platform/database/disk-problem.ts'
import { createTranslator } from '#main/platform/translate/translator.ts'
import { languages } from '#tests/architecture/locale-files.ts'
import { createTestApp } from '#tests/support/create-test-app.ts'
import { tableDump } from '#tests/support/table-dump.ts'
import { createTestShop, type TestShop } from '#tests/support/test-shop.ts'

let folder = ''
let shop: TestShop
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'counterproof-full-'))
  shop = await createTestShop({ folder })
})
afterEach(async () => {
  await shop.close()
  rmSync(folder, { recursive: true, force: true })
})

/** No page more than the file has: what SQLite says then is what it says on a full disk. */
function fillDisk(): void {
  const { driver } = shop.app.station.db
  driver.pragma(`max_page_count = ${driver.pragma('page_count', { simple: true })}`)
}
const makeRoom = () => shop.app.station.db.driver.pragma('max_page_count = 1073741823')
const kept = () =>
  tableDump(shop.app.station.db, ['changes', 'docs', 'parties', 'commands', 'counters', 'document_numbers'])

/** Until the free places inside the file are used up too. */
async function registerUntilFull(): Promise<{ before: ReturnType<typeof kept>; commandId: string; name: string }> {
  for (let index = 0; index < 200; index += 1) {
    const before = kept()
    const commandId = shop.newId()
    const name = `Drukwerk ${index} ${'x'.repeat(150)}`
    const reply = await shop.reply('command', 'party.register', { name }, commandId)
    if (reply.ok) continue
    expect(reply).toEqual({ ok: false, refusal: { code: 'database.full' } })
    return { before, commandId, name }
  }
  throw new Error('the disk never became full')
}

test('[bad input 97] a full disk refuses the command, nothing of it stays, and the same command works once there is room', async () => {
  fillDisk()
  const { before, commandId, name } = await registerUntilFull()
  expect(kept()).toEqual(before)
  expect((await shop.query('party.list', { limit: 1 })).rows).toHaveLength(1)
  makeRoom()
  const { id } = await shop.command('party.register', { name }, commandId)
  expect((await shop.query('party.get', { id })).name).toBe(name)
  expect(shop.problems.filter((each) => each.event === 'frame.fault')).toEqual([])
})

test('[bad input 97] a form that cannot be kept on a full disk says so too, and the one kept before is still there', async () => {
  const form = { key: 'salesOrder/1', kind: 'salesOrder', title: 'New order' }
  await shop.local('formDraft.keep', { ...form, data: { note: 'first' } })
  fillDisk()
  expect(await shop.refusal('local', 'formDraft.keep', { ...form, data: { note: 'x'.repeat(200_000) } })).toEqual({
    code: 'database.full',
  })
  expect(await shop.query('formDraft.get', { key: form.key })).toMatchObject({ data: { note: 'first' } })
  makeRoom()
  await shop.local('formDraft.keep', { ...form, data: { note: 'x'.repeat(200_000) } })
})

test('[bad input 97] a high-water mark that cannot be written ends nothing: it is behind, and written by the next commit', async () => {
  await shop.command('party.register', { name: 'Bakkerij De Molen' })
  mkdirSync(join(folder, 'high-water-mark.json.new'))
  shop.app.station.mark.flush()
  expect(shop.problems.map((each) => each.event)).toEqual(['mark.notWritten'])
  rmSync(join(folder, 'high-water-mark.json.new'), { recursive: true })
  await shop.command('party.register', { name: 'Bloemen Zon' })
  await shop.close()
  const again = createTestApp({ folder })
  expect(again.app.station.lost).toBeUndefined()
  await again.close()
  shop = { ...shop, close: async () => {} }
})

test('[bad input 97] a folder that cannot be written to is refused at the start, with the reason', () => {
  const failing = Object.assign(new Error('no'), { code: 'EACCES' })
  expect(refusalOfStart(failing)).toEqual({ code: 'database.folderUnusable', params: { reason: 'EACCES' } })
  // An administrator of the system may write anywhere, so a file stands where the folder should be.
  expect(() => createTestApp({ folder: join(folder, 'counterproof.db') })).toThrow(/ENOTDIR|EEXIST/)
})

test('[bad input 97] only what a disk says is taken for a full disk', () => {
  const said = (code: string) => refusalOfDisk(Object.assign(new Error(code), { code }))?.code
  expect(
    ['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'SQLITE_READONLY', 'EROFS', 'SQLITE_CONSTRAINT', 'ENOENT'].map(said),
  ).toEqual([
    'database.full',
    'database.full',
    'database.full',
    'database.readOnly',
    'database.readOnly',
    undefined,
    undefined,
  ])
  expect(refusalOfDisk(new Error('outer', { cause: Object.assign(new Error(), { code: 'SQLITE_FULL' }) }))?.code).toBe(
    'database.full',
  )
  expect(refusalOfDisk('SQLITE_FULL')).toBeUndefined()
})

test.each(languages)('[bad input 97] both sentences exist in %s and say what to do', (language) => {
  const { translate } = createTranslator(resolve(import.meta.dirname, '../../resources/locales'))
  for (const code of ['full', 'readOnly']) {
    const key = `refusal.database.${code}`
    const words = translate(language, 'app', key)
    expect(words).not.toContain(key)
    expect(words.length).toBeGreaterThan(60)
  }
})
