import { rmSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { afterEach, expect, test } from 'vitest'
import { choresInWorker } from '#main/platform/workers/chore-worker.ts'
import { createTestShop, type TestShop } from '#tests/support/test-shop.ts'
import { handmadePdf } from './handmade-pdf.ts'
import { sendFile } from './send-file.ts'

let shop: TestShop
afterEach(() => shop.close())

async function preview(name: string, bytes: Uint8Array) {
  const { hash } = await sendFile(shop, name, bytes)
  return shop.local('file.preview', { hash })
}

const problem = (code: string) => ({
  previewHash: null,
  widthMm10: null,
  heightMm10: null,
  pages: null,
  problem: code,
  notes: [],
})

/** What can be seen of a preview: its size, and colours at places given as shares of width and height. */
async function seen(hash: string | null, places: readonly (readonly [number, number])[]) {
  const image = await loadImage(Buffer.from(shop.app.services.files.get(hash ?? '') ?? []))
  const { width, height } = image
  const context = createCanvas(width, height).getContext('2d')
  context.drawImage(image, 0, 0)
  const colours = places.map(([x, y]) =>
    [...context.getImageData(Math.floor(x * width), Math.floor(y * height), 1, 1).data.subarray(0, 3)]
      .map((each) => (each > 127 ? 1 : 0))
      .join(''),
  )
  return { width, height, colours }
}

function picture(width: number, height: number) {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#0000ff'
  context.fillRect(0, 0, width / 2, height)
  return canvas
}

test('[FI9] the first page of a PDF becomes a picture on white, with its printed size and pages', async () => {
  shop = await createTestShop()
  // A business card of 85 x 55 mm, its left half red.
  const box = '0 0 240.945 155.906'
  const shown = await preview('kaart.pdf', handmadePdf({ box, content: '1 0 0 rg 0 0 120.5 155.9 re f', pageCount: 2 }))
  expect(shown).toEqual({
    previewHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    widthMm10: 850,
    heightMm10: 550,
    pages: 2,
    problem: null,
    notes: [],
  })
  expect(
    await seen(shown.previewHash, [
      [0.25, 0.5],
      [0.75, 0.5],
    ]),
  ).toEqual({ width: 1000, height: 647, colours: ['100', '111'] })
})

test('[FI9] PNG, JPEG and WebP become pictures; the printed size is what the file says, or unknown', async () => {
  shop = await createTestShop()
  const canvas = picture(2400, 1200)
  const densePng = withDensity(await canvas.encode('png'), 11_811)
  const shown = [
    await preview('a.png', densePng),
    await preview('a.jpg', await canvas.encode('jpeg')),
    await preview('a.webp', await canvas.encode('webp')),
  ]
  expect(shown.map(({ previewHash, ...rest }) => rest)).toEqual([
    { widthMm10: 2032, heightMm10: 1016, pages: 1, problem: null, notes: [] },
    { widthMm10: null, heightMm10: null, pages: 1, problem: null, notes: [] },
    { widthMm10: null, heightMm10: null, pages: 1, problem: null, notes: [] },
  ])
  for (const { previewHash } of shown)
    expect(await seen(previewHash, [[0.2, 0.5]])).toEqual({ width: 1000, height: 500, colours: ['001'] })
})

test('[FI10] [reliability 42, 44, 51] what is damaged, hostile or without end gives a problem and never a crash', async () => {
  shop = await createTestShop()
  const pdf = handmadePdf({ content: 'BT /F1 24 Tf (whole) Tj ET' })
  const png = await picture(300, 200).encode('png')
  const jpeg = await picture(300, 200).encode('jpeg')
  const webp = await picture(300, 200).encode('webp')
  const wide = Buffer.from(png)
  wide.writeUInt32BE(65_535, 16)
  wide.writeUInt32BE(65_535, 20)
  const flat = Buffer.from(png)
  flat.writeUInt32BE(0, 20)
  // No password opens it: its check value is not that of the empty one.
  const check = '0'.repeat(64)
  const lock = `/ID [<${check}> <${check}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${check}> /U <${check}> >>`
  const noise = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3) * 104_729) % 256)
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ['truncated.pdf', pdf.subarray(0, 200), 'damaged'],
    ['noise.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), noise]), 'damaged'],
    ['empty-page.pdf', handmadePdf({ box: '0 0 0 0' }), 'emptyPage'],
    ['line.pdf', handmadePdf({ box: '0 0 500 0.001' }), 'emptyPage'],
    ['5km.pdf', handmadePdf({ box: '0 0 14173228 842' }), 'pageTooLarge'],
    ['no-pages.pdf', handmadePdf({ pageCount: 0 }), 'withoutPages'],
    ['locked.pdf', handmadePdf({ trailer: lock }), 'encrypted'],
    ['truncated.png', png.subarray(0, png.length - 20), 'damaged'],
    ['head.png', png.subarray(0, 20), 'damaged'],
    ['wide.png', wide, 'tooManyPixels'],
    ['flat.png', flat, 'emptyPage'],
    ['truncated.jpg', jpeg.subarray(0, jpeg.length / 2), 'damaged'],
    ['head.jpg', jpeg.subarray(0, 12), 'damaged'],
    ['truncated.webp', webp.subarray(0, webp.length / 2), 'damaged'],
    ['noise.bin', noise, 'notPreviewable'],
  ]
  for (const [name, bytes, code] of cases) expect(await preview(name, bytes), name).toEqual(problem(code))
  expect(shop.problems).toEqual([])
})

test('[FI10] [reliability 44] a hundred thousand pages are not read for the first one', async () => {
  shop = await createTestShop()
  expect(await preview('roll.pdf', handmadePdf({ pageCount: 100_000 }))).toMatchObject({
    pages: 100_000,
    problem: null,
  })
})

test('[FI11] [reliability 43] scripts and locks of a PDF are noted and not carried out', async () => {
  shop = await createTestShop()
  const catalog =
    '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert\\(1\\)) >>] >> >>'
  expect(await preview('script.pdf', handmadePdf({ catalog }))).toMatchObject({ problem: null, notes: ['scripts'] })
  const launch = '/OpenAction << /S /Launch /F (calc.exe) >>'
  expect(await preview('launch.pdf', handmadePdf({ catalog: launch }))).toMatchObject({ problem: null })
})

test('[FI12] a picture is drawn once and remembered, drawn again when it was taken away', async () => {
  shop = await createTestShop()
  const { hash } = await sendFile(shop, 'a.pdf', handmadePdf())
  const [one, two] = await Promise.all([shop.local('file.preview', { hash }), shop.local('file.preview', { hash })])
  expect(two).toEqual(one)
  const { files, local } = shop.app.services
  local.write('update file_previews set pages = 77 where hash = ?').run(hash)
  expect(await shop.local('file.preview', { hash })).toEqual({ ...one, pages: 77 })
  rmSync(files.pathOf(one.previewHash ?? ''))
  expect(await shop.local('file.preview', { hash })).toEqual(one)
  // A problem is remembered too, until somebody asks again.
  local.write(`update file_previews set preview_hash = null, problem = 'tooSlow' where hash = ?`).run(hash)
  expect(await shop.local('file.preview', { hash })).toMatchObject({ previewHash: null, problem: 'tooSlow' })
  expect(await shop.local('file.preview', { hash, again: true })).toEqual(one)
})

/** Puts a chunk with pixels per metre behind the header. */
function withDensity(png: Buffer, perMetre: number): Buffer {
  const chunk = Buffer.alloc(21)
  chunk.writeUInt32BE(9, 0)
  chunk.write('pHYs', 4, 'latin1')
  chunk.writeUInt32BE(perMetre, 8)
  chunk.writeUInt32BE(perMetre, 12)
  chunk.writeUInt8(1, 16)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17)
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)])
}

test('[FI9] [W11] pictures are drawn in the thread of the chores', async () => {
  shop = await createTestShop()
  const { hash } = await sendFile(shop, 'a.pdf', handmadePdf())
  const chores = choresInWorker(new URL('../../src-main/app/chores-worker.ts', import.meta.url), {})
  const asked = { folder: shop.app.services.files.folder, hash, mediaType: 'application/pdf' }
  const drawn = await chores.run<{ previewHash: string }>('files.preview', asked, {
    milliseconds: 20_000,
    megabytes: 512,
  })
  await chores.close()
  expect(drawn).toEqual(await shop.local('file.preview', { hash }))
  expect(shop.app.services.files.has(drawn.previewHash)).toBe(true)
})
