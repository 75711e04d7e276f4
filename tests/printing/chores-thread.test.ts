import { afterAll, expect, test } from 'vitest'
import { choresInWorker } from '#main/platform/workers/chore-worker.ts'
import { drawing } from '#main/printing/drawing.ts'
import { officePrinter, receiptPrinter } from '#tests/support/printer-profiles.ts'
import { packingSlip } from '#tests/support/sample-pages.ts'
import { sampleReceipt } from '#tests/support/sample-receipt.ts'

const chores = choresInWorker(new URL('../../src-main/app/chores-worker.ts', import.meta.url), {})
afterAll(() => chores.close())

const made = drawing({ chores, files: { get: () => undefined } })

test('[W11] sheets are drawn in the thread of the chores', async () => {
  await made.warm()
  const drawn = await made.draw(packingSlip('D1'), officePrinter({ by: 'folder', path: '/' }), 1)
  if (!drawn.ok) throw new Error(drawn.refusal.code)
  expect(Buffer.from(drawn.value.bytes.subarray(0, 5)).toString()).toBe('%PDF-')
  const preview = await made.preview(packingSlip('D1'), officePrinter({ by: 'folder', path: '/' }), 'picture')
  expect(preview).toMatchObject({ ok: true, value: { pictures: [{ mediaType: 'image/png' }] } })
})

test('[W11] a receipt of plain letters needs no thread, one with others does; both are the same paper', async () => {
  const plain = await made.draw(sampleReceipt('nl'), receiptPrinter(), 1)
  const drawn = await chores.run('printing.draw', {
    document: sampleReceipt('nl'),
    profile: receiptPrinter(),
    copies: 1,
    pictures: new Map(),
  })
  expect(plain).toEqual(drawn)
})
