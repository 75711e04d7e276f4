import { beforeAll, describe, expect, it } from 'vitest'
import { encodeLabelInDots } from '#main/printing/drivers/labels/label-in-dots.ts'
import type { PrintFonts } from '#main/printing/pdf/print-fonts.ts'
import { previewLabel } from '#main/printing/preview/preview-label.ts'
import type { LabelDocument, LabelPart } from '#shared/printing/label-document.ts'
import { checkPrinterTarget, type DotsProfile } from '#shared/printing/printer-profile.ts'
import { readPicture } from '#tests/support/barcode-reader.ts'
import { decodeBrother } from '#tests/support/brother-decoder.ts'
import { type DotPicture, inkOf } from '#tests/support/dot-picture.ts'
import { decodeEpl } from '#tests/support/epl-decoder.ts'
import { pixelsOfPng } from '#tests/support/pixels.ts'
import { shippedFonts } from '#tests/support/print-fonts.ts'
import { brotherPrinter, eplPrinter, tsplPrinter, wideBrotherPrinter } from '#tests/support/printer-profiles.ts'
import { shippingLabel } from '#tests/support/sample-label.ts'
import { decodeTspl } from '#tests/support/tspl-decoder.ts'

let fonts: PrintFonts
beforeAll(() => {
  fonts = shippedFonts()
})

async function encoded(document: LabelDocument, profile: DotsProfile, copies = 1) {
  const made = await encodeLabelInDots(document, profile, { fonts }, copies)
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value
}

/** What the printer of a profile burns, and how often. */
function burnt(profile: DotsProfile, bytes: Uint8Array): { picture: DotPicture; copies: number } {
  if (profile.language === 'brother') {
    const pages = decodeBrother(bytes)
    const [first] = pages
    if (first === undefined) throw new Error('no page')
    return { picture: first.picture, copies: pages.length }
  }
  const labels = profile.language === 'tspl' ? decodeTspl(bytes, profile.dpi).labels : decodeEpl(bytes).labels
  const [first] = labels
  if (first === undefined || labels.length !== 1) throw new Error(`${labels.length} labels`)
  return first
}

const small = (parts: readonly LabelPart[], size = { width: 620, height: 290 }): LabelDocument => ({
  form: 'label',
  title: 'Shelf label',
  language: 'pl',
  size,
  parts,
})
const box = (x: number, y: number, width: number, height: number): LabelPart => ({
  part: 'box',
  ...{ x, y, width, height },
  thickness: Math.min(width, height),
})

describe('labels that we draw and printers only burn', () => {
  it.each([
    ['TSPL, 203 dpi', tsplPrinter()],
    ['TSPL, 300 dpi', tsplPrinter({ dpi: 300 })],
    ['TSPL, 600 dpi', tsplPrinter({ dpi: 600 })],
    ['EPL2', eplPrinter()],
    ['EPL2, 300 dpi', eplPrinter({ dpi: 300 })],
  ])('[PR60][PR17][P25] %s: the dots are those of the preview, and every symbol reads back', async (_, profile) => {
    const document = shippingLabel()
    const { bytes, warnings } = await encoded(document, profile)
    const { picture, copies } = burnt(profile, bytes)
    expect([copies, warnings.map(({ code }) => code)]).toEqual([1, []])
    const preview = await previewLabel(document, profile, { fonts })
    if (!preview.ok) throw new Error(preview.refusal.code)
    const { width, height, data } = pixelsOfPng(preview.value.png)
    const isBlack = (x: number, y: number) => (data[(y * width + x) * 4] ?? 255) < 128
    expect([picture.bitmap.width, picture.bitmap.height]).toEqual([width, height])
    let differing = 0
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) if (picture.isBlack(x, y) !== isBlack(x, y)) differing += 1
    }
    expect(differing).toBe(0)
    if (profile.dpi === 600) return
    const read = await readPicture(await picture.png())
    expect(new Set(read.map(({ text }) => text))).toEqual(
      new Set(['CP26048270012', '26-A04827', 'https://dewaal.example/o/26-A04827', '5901234123457']),
    )
  })

  it.each([0, 90, 180, 270] as const)(
    '[P12] turned by %i degrees it leaves the printer so and reads the same',
    async (rotation) => {
      const label = rotation === 90 || rotation === 270 ? { width: 1524, height: 1016 } : { width: 1016, height: 1524 }
      const document = small(
        [
          { part: 'code128', x: 50, y: 50, data: 'TURN-42', width: 800, height: 200, caption: null },
          box(20, 700, 30, 30),
        ],
        { width: 1000, height: 1000 },
      )
      for (const profile of [tsplPrinter({ rotation, label }), eplPrinter({ rotation, label })]) {
        const { picture } = burnt(profile, (await encoded(document, profile)).bytes)
        expect(picture.bitmap.width).toBe(812)
        const upright = picture.turnedBack(rotation)
        expect(inkOf(upright)).toMatchObject({ left: 16, bottom: 582 })
        expect((await readPicture(await upright.png())).map(({ text }) => text)).toEqual(['TURN-42'])
      }
    },
  )

  it('[P12] the measured offset moves the picture, and never the size of the label', async () => {
    const document = small([box(100, 100, 200, 100)], { width: 1016, height: 1524 })
    for (const [x, y] of [
      [8, 4],
      [-8, -16],
    ] as const) {
      const profile = tsplPrinter({ offset: { x, y } })
      const { picture } = burnt(profile, (await encoded(document, profile)).bytes)
      expect(inkOf(picture)).toMatchObject({ left: 80 + x, top: 80 + y })
    }
  })

  it('[P12] TSPL says size, gap, darkness and speed each time, resets what shifts, and stores nothing', async () => {
    const profile = tsplPrinter({ darkness: 9, speed: 4, media: 'mark', gap: 25, label: { width: 570, height: 320 } })
    const { bytes } = await encoded(small([box(10, 10, 30, 30)], { width: 570, height: 320 }), profile, 12)
    const { commands, labels } = decodeTspl(bytes, 203)
    expect(commands.join(' ')).toBe('SIZE BLINE DIRECTION REFERENCE OFFSET SHIFT DENSITY SPEED CLS BITMAP PRINT')
    expect(labels).toMatchObject([
      {
        copies: 12,
        settings: { SIZE: '57 mm,32 mm', BLINE: '2.5 mm,0 mm', DENSITY: '9', SPEED: '4', REFERENCE: '0,0' },
      },
    ])
  })

  it('[P12] EPL2 says width, length and gap in dots before it clears the picture', async () => {
    const profile = eplPrinter({ darkness: 10, speed: 3, label: { width: 570, height: 320 } })
    const { bytes } = await encoded(small([box(10, 10, 30, 30)], { width: 570, height: 320 }), profile, 7)
    const { commands, labels, settings } = decodeEpl(bytes)
    expect(commands.join(' ')).toBe('q Q R ZT D S N GW P')
    expect(settings).toMatchObject({ q: '456', Q: '256,24', D: '10', S: '3' })
    expect(labels[0]?.copies).toBe(7)
    const endless = eplPrinter({ media: 'continuous', label: { width: 570, height: 1000 } })
    const short = await encoded(small([box(10, 10, 30, 30)], { width: 570, height: 320 }), endless)
    expect(decodeEpl(short.bytes).settings.Q).toBe('256,0')
  })

  it('[PR60] copies of one label are one print job with one picture where the printer can count', async () => {
    const document = shippingLabel()
    for (const profile of [tsplPrinter(), eplPrinter()]) {
      const [one, many] = [await encoded(document, profile), await encoded(document, profile, 500)]
      expect(burnt(profile, many.bytes).copies).toBe(500)
      expect(many.bytes.length - one.bytes.length).toBe(2)
    }
  })

  it('[PR60] white is not sent: a label with two words is a few hundred bytes, an empty one still a label', async () => {
    const profile = tsplPrinter()
    const two = await encoded(
      small([box(100, 100, 20, 20), box(900, 1400, 20, 20)], { width: 1016, height: 1524 }),
      profile,
    )
    expect(two.bytes.length).toBeLessThan(400)
    expect(decodeTspl(two.bytes, 203).commands.filter((name) => name === 'BITMAP')).toHaveLength(2)
    expect(inkOf(burnt(profile, two.bytes).picture)).toEqual({ left: 80, top: 80, right: 734, bottom: 1134 })
    expect(decodeTspl((await encoded(small([]), profile)).bytes, 203).labels).toHaveLength(1)
  })
})

describe('a QL label printer', () => {
  const shelf = small([
    { part: 'code128', x: 60, y: 60, data: 'SHELF-7', width: 500, height: 110, caption: null },
    {
      part: 'text',
      ...{ x: 60, y: 190, text: 'Regał Ż, 12,50 €', width: 500, size: 50, lines: 1, shrinkTo: 60 },
      tooLong: 'ellipsis',
    },
  ])

  it('[PR61] gets 90 bytes a row for its roll, mirrored, and the symbol reads back', async () => {
    const { bytes, warnings } = await encoded(shelf, brotherPrinter())
    const [page] = decodeBrother(bytes)
    expect(page).toMatchObject({ kind: 'cutToSize', width: 62, length: 29, margin: 0, cutsEach: true, isLast: true })
    expect([page?.picture.bitmap.height, warnings]).toEqual([271, []])
    const read = await readPicture((await page?.picture.png()) ?? new Uint8Array())
    expect(read.map(({ text }) => text)).toEqual(['SHELF-7'])
  })

  it('[PR61] burns each dot where it lies on the paper: 12 dots from the right of the head begins the label', async () => {
    // From edge to edge: what lies beyond the printable dots is the white edge of the paper.
    const { bytes, warnings } = await encoded(small([box(0, 0, 620, 290)]), brotherPrinter())
    const [page] = decodeBrother(bytes)
    expect(page === undefined ? null : inkOf(page.picture)).toEqual({ left: 12, top: 0, right: 707, bottom: 270 })
    expect(warnings).toEqual([{ code: 'outsideLabel', text: 'Shelf label' }])
  })

  it('[PR61] an endless roll is as long as the label, less the white it feeds by itself', async () => {
    const profile = brotherPrinter({ roll: '62', label: { width: 620, height: 1000 }, cut: 'end' })
    const { bytes } = await encoded(shelf, profile)
    const [page] = decodeBrother(bytes)
    expect(page).toMatchObject({ kind: 'endless', length: 0, margin: 35, cutsEach: false, cutsAtEnd: true })
    expect(page?.picture.bitmap.height).toBe(343 - 70)
  })

  it('[PR60] copies are pages of one job; only the last feeds it out', async () => {
    const { bytes } = await encoded(shelf, brotherPrinter(), 3)
    expect(decodeBrother(bytes).map(({ isLast }) => isLast)).toEqual([false, false, true])
  })

  it('[P12] a label read along a narrow roll is turned', async () => {
    const profile = brotherPrinter({ roll: '29x90', label: { width: 900, height: 290 }, rotation: 90 })
    const lying = small(
      [{ part: 'code128', x: 60, y: 60, data: 'LONG-LABEL-9', width: 780, height: 150, caption: null }],
      {
        width: 900,
        height: 290,
      },
    )
    const [page] = decodeBrother((await encoded(lying, profile)).bytes)
    expect(page).toMatchObject({ width: 29, length: 90 })
    expect(page?.picture.bitmap.height).toBe(991)
    const upright = page?.picture.turnedBack(90)
    expect((await readPicture((await upright?.png()) ?? new Uint8Array())).map(({ text }) => text)).toEqual([
      'LONG-LABEL-9',
    ])
  })

  it('[PR86] a wide head gets 162 bytes a row, and each dot where it lies on the paper', async () => {
    const wide = small([box(0, 0, 1020, 510)], { width: 1020, height: 510 })
    const roll = { roll: '102x51', label: wide.size } as const
    const [page] = decodeBrother((await encoded(wide, wideBrotherPrinter(roll))).bytes, 1296)
    expect(page).toMatchObject({ kind: 'cutToSize', width: 102, length: 51 })
    // 44 dots of the wide head and 12 of the roll lie right of it.
    expect(page === undefined ? null : inkOf(page.picture)).toEqual({
      ...{ left: 1296 - 56 - 1164, right: 1296 - 56 - 1 },
      ...{ top: 0, bottom: 525 },
    })
    const narrow = wideBrotherPrinter({ roll: '62x29', label: { width: 620, height: 290 } })
    const [small62] = decodeBrother((await encoded(small([box(0, 0, 620, 290)]), narrow)).bytes, 1296)
    expect(small62 === undefined ? null : inkOf(small62.picture)).toMatchObject({ right: 1296 - 56 - 1, bottom: 270 })
  })

  it('[PR86] a roll wider than the head is refused when the printer is saved', () => {
    expect(checkPrinterTarget(wideBrotherPrinter()).ok).toBe(true)
    expect(checkPrinterTarget({ ...wideBrotherPrinter(), head: 720 })).toMatchObject({
      refusal: { code: 'printer.rollTooWide', params: { roll: '102x152' } },
    })
  })

  it('[PR61][P13] labels of another size than its roll are refused when the printer is saved', () => {
    expect(checkPrinterTarget(brotherPrinter())).toMatchObject({ ok: true })
    expect(checkPrinterTarget(brotherPrinter({ label: { width: 620, height: 1000 } }))).toMatchObject({
      ok: false,
      refusal: { code: 'printer.labelNotOfRoll' },
    })
    expect(
      checkPrinterTarget(brotherPrinter({ roll: '29x90', label: { width: 900, height: 290 }, rotation: 90 })).ok,
    ).toBe(true)
  })
})

it('[item 91] an address that does not fit refuses the label in every language', async () => {
  const long = shippingLabel({ address: 'Ulica Bardzo Długa 17/3 '.repeat(400) })
  for (const profile of [tsplPrinter(), eplPrinter()]) {
    expect(await encodeLabelInDots(long, profile, { fonts })).toMatchObject({ ok: false })
  }
  expect(await encodeLabelInDots(shippingLabel(), brotherPrinter(), { fonts })).toMatchObject({
    ok: false,
    refusal: { code: 'label.largerThanMedium' },
  })
})
