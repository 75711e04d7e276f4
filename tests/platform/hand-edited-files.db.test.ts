import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestApp } from '#tests/support/create-test-app.ts'
import { createTestShop } from '#tests/support/test-shop.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterproof-edited-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const scribbles = ['', '{', 'null', '[]', '{"station":5}', '\u0000\u0001', '{"sseq":"many"}', 'x'.repeat(100_000)]

test.each(['high-water-mark.json', 'owner.json'])(
  '[bad input 105] %s edited by hand keeps nobody from starting, and is right again afterwards',
  async (name) => {
    const shop = await createTestShop({ folder })
    await shop.command('party.register', { name: 'Bakkerij De Molen' })
    await shop.close()
    const good = Object.keys(JSON.parse(readFileSync(join(folder, name), 'utf8')))
    for (const scribble of scribbles) {
      writeFileSync(join(folder, name), scribble)
      const again = createTestApp({ folder, seed: `${name} ${scribble}` })
      again.actAs(again.app.firstAdministrator())
      expect((await again.query('party.list', {})).rows.map((row) => row.name)).toEqual(['Bakkerij De Molen'])
      expect(again.app.station.lost).toBeUndefined()
      await again.command('user.add', { name: `Noor ${scribbles.indexOf(scribble)}`, role: 'counter' })
      await again.close()
      expect(Object.keys(JSON.parse(readFileSync(join(folder, name), 'utf8')))).toEqual(good)
    }
  },
)
