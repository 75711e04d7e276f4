import { beforeAll, describe, expect, it } from 'vitest'
import { loadCodePages } from '#main/printing/drivers/code-pages.ts'
import { drawerPulse } from '#main/printing/drivers/escpos-bytes.ts'
import { encodeReceipt } from '#main/printing/drivers/escpos-encoder.ts'
import { codePageStrip, stripSample } from '#main/printing/drivers/receipt-strips.ts'
import type { PrintFonts } from '#main/printing/pdf/print-fonts.ts'
import { escposModels } from '#shared/printing/printer-models.ts'
import type { EscposProfile } from '#shared/printing/printer-profile.ts'
import type { ReceiptLine } from '#shared/printing/receipt-document.ts'
import { readPicture } from '#tests/support/barcode-reader.ts'
import { type DecodedReceipt, decodeEscpos, overlappingElements } from '#tests/support/escpos-decoder.ts'
import { pictureOfReceipt } from '#tests/support/escpos-picture.ts'
import { shippedFonts } from '#tests/support/print-fonts.ts'
import { emulated, pageTables, receiptPrinter } from '#tests/support/printer-profiles.ts'
import { samplePicture } from '#tests/support/sample-picture.ts'
import { receiptLanguages, sampleReceipt } from '#tests/support/sample-receipt.ts'

let fonts: PrintFonts
beforeAll(() => {
  fonts = shippedFonts()
})

async function decoded(
  lines: readonly ReceiptLine[],
  profile: EscposProfile = receiptPrinter(),
): Promise<DecodedReceipt> {
  const document = { form: 'receipt', title: 'Test', language: 'en', lines, copyTag: null } as const
  return decodeEscpos((await encodeReceipt(document, profile, { fonts })).bytes, emulated(profile))
}

/** Bytes as a person reads them: text as text, commands in hexadecimal, a line a line. */
function readable(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte === 10
      ? '{0a}\n'
      : byte >= 32 && byte < 127
        ? String.fromCharCode(byte)
        : `{${byte.toString(16).padStart(2, '0')}}`,
  ).join('')
}

const papers = Object.entries({ wide: escposModels.epsonTm80, narrow: escposModels.clone58 })
const combinations = papers.flatMap(([width, model]) =>
  Object.entries(pageTables).flatMap(([table, codePages]) =>
    receiptLanguages.map((language) => ({ width, model, table, codePages, language })),
  ),
)

describe('a sale in every language on every printer', () => {
  it.each(combinations)(
    '[P10] $language on $width paper with pages of $table: no warning from a strict printer, every amount right',
    async ({ model, codePages, language }) => {
      const profile = receiptPrinter({ ...model, cut: 'partial', codePages })
      const encoded = await encodeReceipt(sampleReceipt(language), profile, { fonts })
      const receipt = decodeEscpos(encoded.bytes, emulated(profile))
      expect(receipt.warnings).toEqual([])
      expect(receipt.cuts).toBe(1)
      expect(receipt.drawer).toEqual([])
      expect(encoded.warnings.map((warning) => warning.code)).not.toContain('charactersMissing')
      expect(receipt.barcodes.map((each) => each.kind)).toEqual(['code128', 'qr'])
      // Said or seen: a line is either in the printer's letters or a picture that the warnings name.
      const pictures = receipt.elements.filter((element) => element.kind === 'raster').length
      expect(pictures > 0).toBe(encoded.warnings.some((warning) => warning.code === 'drawnAsPicture'))
      expect(receipt.lines.join('\n')).not.toContain('?')
    },
  )

  it.each([
    ['pl', escposModels.epsonTm80],
    ['fr', escposModels.epsonTm80],
    ['nfd', escposModels.epsonTm80Dpi180],
  ] as const)('[P10] %s byte for byte on an Epson', async (language, model) => {
    const { bytes, warnings } = await encodeReceipt(sampleReceipt(language), receiptPrinter(model), { fonts })
    expect(warnings).toEqual([])
    await expect(readable(bytes)).toMatchFileSnapshot(`golden/receipt-${language}.txt`)
  })

  it.each([
    ['pl', 'clone'],
    ['fr', 'epson'],
  ] as const)('[P10] %s with pages of %s: a picture of the paper reads back', async (language, table) => {
    const profile = receiptPrinter({ ...escposModels.epsonTm80, codePages: pageTables[table] ?? [] })
    const { bytes } = await encodeReceipt(sampleReceipt(language), profile, { fonts })
    const receipt = decodeEscpos(bytes, emulated(profile))
    const read = await readPicture(pictureOfReceipt(receipt, emulated(profile)))
    expect(read.map((each) => each.text).sort()).toEqual(receipt.barcodes.map((each) => each.data).sort())
    expect(overlappingElements(receipt)).toEqual([])
  })
})

describe('characters', () => {
  const epson = loadCodePages(escposModels.epsonTm80.codePages)

  it('[P10] changes pages as rarely as a line allows, and stays where it is when that is enough', () => {
    expect(epson.encode('Größe €', 19)?.map((run) => run.page)).toEqual([19])
    expect(epson.encode('Größe €', 16)?.map((run) => run.page)).toEqual([16])
    expect(epson.encode('zażółć gęślą 12 €', 19)?.map((run) => run.page)).toEqual([18, 19])
    expect(epson.encode('plain', 18)?.map((run) => run.page)).toEqual([18])
    expect(epson.encode('漢', 19)).toBe(null)
  })

  it('[P10] sets signs plainly where the printer lacks them, and letters and money never', () => {
    const clone = loadCodePages([{ page: 0, encoding: 'cp437' }])
    expect(clone.prepare('“a” – b… ‘c’ 2 × №5')).toEqual(['"a" - b... \'c\' 2 x No.5'])
    expect(clone.prepare('12 € ł œ')).toEqual(['12 € ł œ'])
    expect(epson.prepare('“a” – b…')).toEqual(['“a” – b…'])
  })

  it('[P10] has the spaces of French and Polish amounts', async () => {
    const amounts = [
      new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }),
      new Intl.NumberFormat('pl-PL', { style: 'currency', currency: 'PLN' }),
    ].map((format) => format.format(12345.5))
    expect(amounts.join('')).toMatch(/[\u00a0\u202f]/u)
    const receipt = await decoded(amounts.map((end): ReceiptLine => ({ line: 'pair', start: 'x', end })))
    expect(receipt.warnings).toEqual([])
    expect(receipt.lines.map((line) => line.replace(/^x +/u, ''))).toEqual(['12 345,50 €', '12 345,50 zł'])
  })

  it('[P10] warns of what not even our own fonts have, and shows a box instead of a question mark', async () => {
    const document = {
      form: 'receipt',
      title: '',
      language: 'en',
      lines: [{ line: 'text', text: 'Yamada 山田' }],
      copyTag: null,
    } as const
    const { warnings } = await encodeReceipt(document, receiptPrinter(), { fonts })
    expect(warnings).toEqual([
      { code: 'drawnAsPicture', text: 'Yamada 山田' },
      { code: 'charactersMissing', characters: '山田', text: 'Yamada 山田' },
    ])
  })

  it('[P10] draws the whole receipt where the profile wants all or nothing', async () => {
    const lines: ReceiptLine[] = [
      { line: 'text', text: 'plain' },
      { line: 'text', text: 'łódź' },
    ]
    const clone = { ...escposModels.clone80, pictureFor: 'receipt' as const }
    expect((await decoded(lines, receiptPrinter(clone))).lines).toEqual([])
    expect((await decoded(lines, receiptPrinter(escposModels.clone80))).lines).toEqual(['plain'])
  })

  it('[P10] prints a strip in which the right page can be told by reading', () => {
    const candidates = [
      { page: 18, encoding: 'cp852' },
      { page: 16, encoding: 'windows1252' },
      { page: 47, encoding: 'windows1250' },
    ] as const
    const strip = decodeEscpos(codePageStrip([...candidates]), {
      dots: 576,
      cell: 12,
      lineDots: 34,
      pages: { 0: 'cp437', 18: 'cp852', 16: 'windows1252', 47: 'windows1250' },
    })
    expect(strip.warnings).toEqual([])
    const known = strip.lines.map((line) => line.slice(17))
    expect(known).toEqual(['ąćęłńóśźż  äöüß éç', 'ó € äöüß éèçœ', 'ąćęłńóśźż € äöüß éç'])
    expect(stripSample.length).toBeGreaterThan(Math.max(...known.map((line) => line.length)))
  })
})

describe('what the byte builder we use gets wrong', () => {
  it('cuts copies apart and keeps their code page', async () => {
    const document = {
      form: 'receipt',
      title: '',
      language: 'en',
      lines: [{ line: 'text', text: '12 €' }],
      copyTag: null,
    } as const
    const { bytes } = await encodeReceipt(document, receiptPrinter(), { fonts }, 3)
    const receipt = decodeEscpos(bytes)
    expect([receipt.lines, receipt.cuts, receipt.warnings]).toEqual([['12 €', '12 €', '12 €'], 3, []])
  })

  it('counts QR data in bytes', async () => {
    const receipt = await decoded([{ line: 'qr', data: 'https://x.example/ö', caption: null }])
    expect([receipt.barcodes, receipt.lines.join(''), receipt.warnings]).toEqual([
      [{ kind: 'qr', data: 'https://x.example/ö' }],
      '',
      [],
    ])
  })

  it('gives Code 128 bars of whole dots, braces and pairs of digits included', async () => {
    for (const data of ['26-A04831', '{a}{', '1604051420', '12345', '10']) {
      const receipt = await decoded([{ line: 'barcode', data, caption: null }])
      expect([receipt.barcodes, receipt.warnings, receipt.commands.filter((each) => each.startsWith('DLE'))]).toEqual([
        [{ kind: 'code128', data }],
        [],
        [],
      ])
    }
  })

  it('[PR18] prints as text what would not scan', async () => {
    const narrow = receiptPrinter({ ...escposModels.clone58, cut: 'partial' })
    const wide = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
    expect((await decoded([{ line: 'barcode', data: wide, caption: null }], narrow)).lines).toEqual([wide])
    const document = {
      form: 'receipt',
      title: '',
      language: 'en',
      lines: [{ line: 'barcode', data: 'Zoë', caption: null }],
      copyTag: null,
    } as const
    const { warnings } = await encodeReceipt(document, receiptPrinter(), { fonts })
    expect(warnings).toEqual([
      { code: 'barcodeAsText', symbology: 'code128', data: 'Zoë', reason: 'charactersNotAllowed' },
    ])
  })

  it('[P8] sends a logo in bands no printer chokes on, without a command hidden in its dots', async () => {
    const logo = { hash: 'logo', description: 'Logo' }
    const document = {
      form: 'receipt',
      title: '',
      language: 'en',
      lines: [{ line: 'picture', picture: logo, share: 100 }],
      copyTag: null,
    } as const
    const pictures = new Map([['logo', samplePicture(576, 576)]])
    const { bytes, warnings } = await encodeReceipt(document, receiptPrinter(), { fonts, pictures })
    const receipt = decodeEscpos(bytes)
    const bands = receipt.elements.filter((element) => element.kind === 'raster')
    expect(warnings).toEqual([])
    expect([receipt.warnings, bands.map((band) => band.height), receipt.drawer]).toEqual([
      [],
      [128, 128, 128, 128, 64],
      [],
    ])
  })

  it('says in words a picture that is not here', async () => {
    const logo = { hash: 'gone', description: 'Logo of the shop' }
    const document = {
      form: 'receipt',
      title: '',
      language: 'en',
      lines: [{ line: 'picture', picture: logo, share: 50 }],
      copyTag: null,
    } as const
    const { bytes, warnings } = await encodeReceipt(document, receiptPrinter(), { fonts })
    expect(decodeEscpos(bytes).lines).toEqual(['Logo of the shop'])
    expect(warnings).toEqual([{ code: 'pictureMissing', ...logo }])
  })

  it('[P11] kicks either drawer with a pulse, at once', () => {
    const drawer = { pulse: 'atOnce', opensAtCash: true } as const
    expect(decodeEscpos(drawerPulse({ ...drawer, pin: 2, pulseMs: 100 })).drawer).toEqual([
      { pin: 2, milliseconds: 100, realTime: true },
    ])
    expect(decodeEscpos(drawerPulse({ ...drawer, pin: 5, pulseMs: 750 })).drawer).toEqual([
      { pin: 5, milliseconds: 800, realTime: true },
    ])
  })

  it('[P11][PR55] kicks the drawer of another make with the command that all know, and lets it cool', () => {
    const { drawer } = escposModels.clone80
    const seen = decodeEscpos(drawerPulse({ ...drawer, pin: 5, pulseMs: 800 }))
    expect(seen.drawer).toEqual([{ pin: 5, milliseconds: expect.any(Number), realTime: false }])
    expect(drawerPulse({ ...drawer, pin: 2, pulseMs: 100 })).toEqual(Uint8Array.of(0x1b, 0x70, 0, 50, 100))
  })
})
