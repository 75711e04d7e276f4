import { readFileSync } from 'node:fs'
import fontkit from '@pdf-lib/fontkit'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawPages } from '#main/printing/pdf/draw-pages.ts'
import { withEvenGlyphs } from '#main/printing/pdf/even-glyphs.ts'
import { missingCharacters, type PrintFonts, widthOfText } from '#main/printing/pdf/print-fonts.ts'
import type { PageBlock, PageDocument } from '#shared/printing/page-document.ts'
import { differingPixels, inkOf, pdfPictures } from '#tests/support/pdf-tools.ts'
import { shippedFonts } from '#tests/support/print-fonts.ts'
import { jobTicket } from '#tests/support/sample-pages.ts'

let fonts: PrintFonts
beforeAll(() => {
  fonts = shippedFonts()
})

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('')

/** Everything our papers may carry: Latin of all our languages and their neighbours, Greek, Cyrillic, signs. */
const scripts = {
  ascii: range(0x21, 0x7e),
  latin: range(0xa1, 0xac) + range(0xae, 0xff),
  'latin extended': range(0x100, 0x17f),
  greek: 'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψωάέήίόύώς',
  cyrillic: `${range(0x410, 0x44f)}ЁёЇїІіЄєҐґЎў`,
  signs: '€№™–—“”„‚‘’…•‰‹›«»·×÷±²³½¼°→←↑↓≤≥≈',
}

/** A character the wanted face lacks comes from another: what no face has is not used. */
function sheet(): PageDocument {
  const faces = ['regular', 'bold', 'mono'] as const
  const blocks = faces.flatMap((face) =>
    Object.values(scripts).map((text): PageBlock => ({ block: 'text', face, text: text.replace(/(.{30})/gu, '$1 ') })),
  )
  return jobTicket({ blocks, footer: null })
}

describe('the fonts we ship', () => {
  it('[P10] have every letter and sign our papers may carry', () => {
    for (const [name, text] of Object.entries(scripts))
      expect([name, missingCharacters(fonts, text)]).toEqual([name, ''])
  })

  it('[P10] have digits of one width, so that amounts line up', () => {
    for (const face of ['regular', 'bold', 'mono'] as const) {
      expect(new Set([...'0123456789'].map((digit) => widthOfText(fonts, digit, face, 1000))).size).toBe(1)
    }
  })

  it('[P10] look the same cut as whole, to the pixel, in all scripts', { timeout: 60_000 }, async (context) => {
    const cut = await drawPages([sheet()], fonts)
    const whole = await drawPages([sheet()], fonts, { embed: 'whole' })
    expect(cut.warnings).toEqual([])
    expect(cut.bytes.length).toBeLessThan(whole.bytes.length / 5)
    const [a, b] = [await pdfPictures(context, cut.bytes), await pdfPictures(context, whole.bytes)]
    expect(a.map((page, index) => differingPixels(page, b[index] ?? page))).toEqual(a.map(() => 0))
    expect(inkOf(a[0] ?? new Uint8Array())).toBeGreaterThan(20_000)
  })

  it('would be seen to lose letters if their glyphs were cut as they are shipped', {
    timeout: 60_000,
  }, async (context) => {
    const file = readFileSync(new URL('../../resources/fonts/noto-sans-regular.ttf', import.meta.url))
    expect(withEvenGlyphs(file)).not.toBe(file)
    expect(withEvenGlyphs(withEvenGlyphs(file))).toEqual(withEvenGlyphs(file))
    const uneven: PrintFonts = { ...fonts, regular: { ...fonts.regular, file, parsed: fontkit.create(file) } }
    const cut = await pdfPictures(context, (await drawPages([sheet()], uneven)).bytes)
    const whole = await pdfPictures(context, (await drawPages([sheet()], uneven, { embed: 'whole' })).bytes)
    expect(differingPixels(cut[0] ?? Buffer.alloc(0), whole[0] ?? Buffer.alloc(0))).toBeGreaterThan(100)
  })
})
