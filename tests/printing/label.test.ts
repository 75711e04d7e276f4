import { beforeAll, describe, expect, it } from 'vitest'
import { calibrateLabels } from '#main/printing/drivers/calibrate-labels.ts'
import { encodeLabel } from '#main/printing/drivers/zpl-encoder.ts'
import type { PrintFonts } from '#main/printing/pdf/print-fonts.ts'
import type { LabelDocument, LabelPart, LabelText } from '#shared/printing/label-document.ts'
import { layoutLabel } from '#shared/printing/label-layout.ts'
import { readPicture } from '#tests/support/barcode-reader.ts'
import { shippedFonts } from '#tests/support/print-fonts.ts'
import { labelPrinter } from '#tests/support/printer-profiles.ts'
import { shippingLabel } from '#tests/support/sample-label.ts'
import { samplePicture } from '#tests/support/sample-picture.ts'
import { decodeZpl } from '#tests/support/zpl-commands.ts'
import { pictureOfLabel } from '#tests/support/zpl-picture.ts'

let fonts: PrintFonts
beforeAll(() => {
  fonts = shippedFonts()
})

/** Every letter half as wide as it is high: sums people can check. */
const paper = { dpi: 254, measure: (text: string, height: number) => (text.length * height) / 2, modulesOf: () => 100 }

const text = (change: Partial<LabelText>): LabelText => ({
  part: 'text',
  x: 0,
  y: 0,
  text: '',
  width: 400,
  size: 40,
  lines: 1,
  shrinkTo: 80,
  tooLong: 'ellipsis',
  ...change,
})

function laid(part: LabelPart) {
  const document: LabelDocument = {
    form: 'label',
    title: '',
    language: 'en',
    size: { width: 1000, height: 1500 },
    parts: [part],
  }
  return layoutLabel(document, paper)
}

function fitted(change: Partial<LabelText>) {
  const made = laid(text(change))
  if (!made.ok) return made.refusal
  const parts = made.value.parts.flatMap((part) =>
    part.placed === 'text' ? [{ text: part.text, height: part.height }] : [],
  )
  return { parts, warnings: made.value.warnings.map((warning) => warning.code) }
}

describe('text that is longer than its place', () => {
  it('[item 91] stands as it is when it fits', () => {
    expect(fitted({ text: 'twenty letters wide!' })).toEqual({
      parts: [{ text: 'twenty letters wide!', height: 40 }],
      warnings: [],
    })
  })

  it('[item 91] shrinks first, as far as allowed, without a word about it', () => {
    expect(fitted({ text: 'twenty-three letters  ok' })).toEqual({
      parts: [{ text: 'twenty-three letters  ok', height: 33 }],
      warnings: [],
    })
  })

  it('[item 91] then wraps where lines are left', () => {
    expect(fitted({ text: 'Piekarnia Złoty Kłos Spółka z o.o.', lines: 2 })).toEqual({
      parts: [
        { text: 'Piekarnia Złoty Kłos', height: 32 },
        { text: 'Spółka z o.o.', height: 32 },
      ],
      warnings: [],
    })
  })

  it('[item 91] then shrinks on, with more lines in the same place, and says so', () => {
    const made = fitted({
      text: 'Piekarnia Złoty Kłos Spółka z ograniczoną odpowiedzialnością w organizacji',
      lines: 2,
    })
    expect(made).toEqual({
      parts: [
        { text: 'Piekarnia Złoty Kłos Spółka z', height: 26 },
        { text: 'ograniczoną odpowiedzialnością', height: 26 },
        { text: 'w organizacji', height: 26 },
      ],
      warnings: ['textShrunk'],
    })
  })

  it('[bad input 91] [item 91] is cut with an ellipsis and a warning where nothing helps, or refuses the label', () => {
    const long = 'word '.repeat(60)
    const made = fitted({ text: long })
    expect(made).toMatchObject({ warnings: ['textShrunk', 'textCut'] })
    expect('parts' in made && made.parts.at(-1)?.text.endsWith('…')).toBe(true)
    expect(fitted({ text: long, tooLong: 'refuse' })).toEqual({ code: 'label.textDoesNotFit', params: { text: long } })
  })

  it('[bad input 91] [item 91] keeps a price with its non-breaking space on one line', () => {
    expect(fitted({ text: 'Te betalen 1\u00a0234,50\u00a0€', width: 240, lines: 2, size: 40 })).toEqual({
      parts: [
        { text: 'Te betalen', height: 32 },
        { text: '1\u00a0234,50\u00a0€', height: 32 },
      ],
      warnings: [],
    })
  })

  it('[item 91] keeps the lines of an address, empty ones as white', () => {
    const made = laid(text({ text: 'a\n\nb', lines: 3 }))
    expect(made.ok && made.value.parts.map((part) => [part.placed === 'text' && part.text, part.y])).toEqual([
      ['a', 0],
      ['b', 92],
    ])
  })
})

describe('symbols on a label', () => {
  it('[PR18] are as wide as the place allows in whole dots, with their white', () => {
    const made = laid({ part: 'code128', x: 0, y: 0, data: 'A', width: 500, height: 100, caption: null })
    expect(made.ok && made.value.parts).toEqual([
      { placed: 'code128', x: 50, y: 0, module: 4, width: 400, height: 100, data: 'A' },
    ])
  })

  it('[PR18] become text where they would not scan, and say why', () => {
    const narrow = laid({ part: 'code128', x: 0, y: 0, data: 'ABC', width: 200, height: 100, caption: null })
    expect(narrow.ok && narrow.value.parts).toMatchObject([{ placed: 'text', text: 'ABC' }])
    expect(narrow.ok && narrow.value.warnings).toEqual([
      { code: 'barcodeAsText', symbology: 'code128', data: 'ABC', reason: 'tooWide' },
    ])
    const wrong = laid({ part: 'ean13', x: 0, y: 0, data: '5901234123458', width: 900, height: 100, caption: null })
    expect(wrong.ok && wrong.value.warnings).toMatchObject([{ code: 'barcodeAsText', reason: 'wrongCheckDigit' }])
  })

  it('[P12] warns of parts beyond the edge, and refuses a label larger than the medium', async () => {
    const made = laid({ part: 'box', x: 900, y: 0, width: 200, height: 10, thickness: 2 })
    expect(made.ok && made.value.warnings.map((warning) => warning.code)).toEqual(['outsideLabel'])
    const small = labelPrinter({ label: { width: 500, height: 500 } })
    expect(await encodeLabel(shippingLabel(), small, { fonts })).toEqual({
      ok: false,
      refusal: { code: 'label.largerThanMedium', params: { title: 'Shipping label 26-A04827' } },
    })
  })
})

describe('a shipping label in ZPL', () => {
  it('[P12] command for command', async () => {
    const encoded = await encodeLabel(
      shippingLabel(),
      labelPrinter({ offset: { x: 8, y: -3 }, darkness: 5, speed: 4 }),
      { fonts },
      2,
    )
    expect(encoded.ok && encoded.value.warnings).toEqual([])
    await expect(encoded.ok && new TextDecoder().decode(encoded.value.bytes)).toMatchFileSnapshot(
      'golden/shipping-label.zpl',
    )
  })

  it('[P12] says home, shift, top and direction again each time and stores nothing in the printer', async () => {
    const encoded = await encodeLabel(shippingLabel(), labelPrinter({ isUpsideDown: true }), { fonts })
    const source = encoded.ok ? new TextDecoder().decode(encoded.value.bytes) : ''
    expect(source).toContain('^CI28^PW812')
    for (const each of ['^LH0,0', '^LT0', '^LS0', '^POI', '^PQ1^XZ']) expect(source).toContain(each)
    for (const bytes of [encoded.ok ? encoded.value.bytes : new Uint8Array(), calibrateLabels(labelPrinter())]) {
      expect(decodeZpl(bytes).commands.map((command) => command.name)).not.toContain('^JU')
    }
    expect(new TextDecoder().decode(calibrateLabels(labelPrinter({ media: 'mark' })))).toBe('^XA^MNM^XZ~JC')
  })

  it('[P12] sets the width of bars before each symbol, and the drop of a QR code before that', async () => {
    const encoded = await encodeLabel(shippingLabel(), labelPrinter(), { fonts })
    const names = encoded.ok
      ? decodeZpl(encoded.value.bytes).commands.map(
          (command) => command.name + (command.name === '^BY' ? command.rest : ''),
        )
      : []
    for (const symbol of ['^BC', '^BE']) expect(names[names.indexOf(symbol) - 2]).toMatch(/^\^BY\d/u)
    expect(names[names.indexOf('^BQ') - 2]).toBe('^BY2,2,10')
  })

  it('[P10] draws what the printer has no letters for, and a picture in dots', { timeout: 60_000 }, async () => {
    const picture = { hash: 'thumb', description: 'Flyer' }
    const document: LabelDocument = {
      form: 'label',
      title: '',
      language: 'el',
      size: { width: 1016, height: 500 },
      parts: [
        text({ x: 50, y: 50, width: 800, text: 'Αθήνα — Киев' }),
        { part: 'picture', x: 50, y: 150, width: 300, height: 300, picture },
        { part: 'qr', x: 450, y: 150, data: 'below a picture', side: 300 },
      ],
    }
    const profile = labelPrinter({ label: { width: 1016, height: 500 } })
    const encoded = await encodeLabel(document, profile, {
      fonts,
      pictures: new Map([['thumb', samplePicture(200, 200)]]),
    })
    if (!encoded.ok) throw new Error(encoded.refusal.code)
    expect(encoded.value.warnings).toEqual([{ code: 'drawnAsPicture', text: 'Αθήνα — Киев' }])
    const read = await readPicture(await pictureOfLabel(encoded.value.bytes, { ...document.size, dpi: profile.dpi }))
    expect(read.map((each) => each.text)).toEqual(['below a picture'])
  })

  it('[P25] its picture from an emulated printer reads back, and nothing stands over anything', {
    timeout: 60_000,
  }, async () => {
    const label = shippingLabel()
    const encoded = await encodeLabel(label, labelPrinter(), { fonts })
    if (!encoded.ok) throw new Error(encoded.refusal.code)
    const read = await readPicture(await pictureOfLabel(encoded.value.bytes, { ...label.size, dpi: 203 }))
    expect(read.map((each) => `${each.format} ${each.text}`).sort()).toEqual([
      'Code128 CP26048270012',
      'DataMatrix 26-A04827',
      'EAN13 5901234123457',
      'QRCode https://dewaal.example/o/26-A04827',
    ])
    for (const [index, { box: a }] of read.entries()) {
      for (const { box: b } of read.slice(index + 1)) {
        expect(a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height).toBe(false)
      }
    }
  })
})
