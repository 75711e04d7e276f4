import { afterEach, expect, test } from 'vitest'
import { Misfits } from '#main/platform/changes/misfits.ts'
import { createTestShop, type TestShop } from '#tests/support/test-shop.ts'

let shop: TestShop
afterEach(() => shop.close())

function failing(code: string): () => never {
  return () => {
    throw Object.assign(new Error(code), { code })
  }
}

test('[G7] [W11] a full or failing disk makes no document a misfit: the whole goes back and is tried again', async () => {
  shop = await createTestShop()
  const { db } = shop.app.station
  const misfits = new Misfits(db)
  for (const code of ['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_READONLY', 'SQLITE_NOMEM']) {
    expect(() => db.transact(() => misfits.tryToFit('doc', failing(code)))).toThrow(code)
    expect([code, misfits.has('doc')]).toEqual([code, false])
  }
  db.transact(() => misfits.tryToFit('doc', failing('SQLITE_CONSTRAINT_NOTNULL')))
  expect(misfits.has('doc')).toBe(true)
  expect(db.read('select doc from misfit_documents').all()).toEqual([{ doc: 'doc' }])
})
