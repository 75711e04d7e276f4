import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fontkit from '@pdf-lib/fontkit'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawPages } from '#main/printing/pdf/draw-pages.ts'
import { withEvenGlyphs } from '#main/printing/pdf/even-glyphs.ts'
import { missingCharacters, type PrintFonts, widthOfText } from '#main/printing/pdf/print-fonts.ts'
import { languages } from '#shared/kernel/language.ts'
import type { PageBlock, PageDocument } from '#shared/printing/page-document.ts'
import { printableLine } from '#shared/printing/print-text.ts'
import { type EmbeddedGlyph, embeddedGlyphs } from '#tests/support/embedded-glyphs.ts'
import { hostileTexts } from '#tests/support/hostile-text.ts'
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

/** Every character of the product's own words, and of what people type to break it. */
function allCharacters(): string {
  const folder = fileURLToPath(new URL('../../resources/locales', import.meta.url))
  const words = languages.flatMap((language) =>
    readdirSync(join(folder, language)).map((name) => readFileSync(join(folder, language, name), 'utf8')),
  )
  const texts = [...words, ...Object.values(scripts), ...Object.values(hostileTexts)].map(printableLine)
  return [...new Set(texts.join(''))].sort().join('')
}

const inFaces = (text: string): PageBlock[] =>
  (['regular', 'bold', 'mono'] as const).map((face) => ({
    block: 'text',
    face,
    text: text.replace(/(.{30})/gu, '$1 '),
  }))

/** A character the wanted face lacks comes from another: what no face has is not used. */
function sheet(): PageDocument {
  return jobTicket({ blocks: Object.values(scripts).flatMap(inFaces), footer: null })
}

/** Letters whose outline in the file is not the one of the font as it is shipped. */
function lostGlyphs(glyphs: readonly EmbeddedGlyph[], whole: PrintFonts): string[] {
  const byName = new Map(Object.values(whole).map((font) => [font.parsed.postscriptName, font]))
  return glyphs.flatMap(({ font, character, outline }) => {
    const [shipped] = byName.get(font)?.outlines(character) ?? []
    return shipped?.path === outline ? [] : [`${font} ${character}`]
  })
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

  it('[PR84] draw every letter of every language, and of hostile text, from a cut font as from a whole one', async () => {
    const { bytes } = await drawPages([jobTicket({ blocks: inFaces(allCharacters()), footer: null })], fonts)
    const glyphs = await embeddedGlyphs(bytes)
    expect(lostGlyphs(glyphs, fonts)).toEqual([])
    const drawn = new Set(glyphs.map(({ character }) => character))
    const lacking = missingCharacters(fonts, allCharacters())
    expect([...allCharacters()].filter((each) => each !== ' ' && !drawn.has(each) && !lacking.includes(each))).toEqual(
      [],
    )
    // Flags and faces of the hostile text, and not a letter, digit or sign of a language.
    expect(lacking).not.toMatch(/[^\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]/u)
  })

  it('[PR84] would be seen to lose letters, letter by letter, if their glyphs were cut as they are shipped', async () => {
    const file = readFileSync(new URL('../../resources/fonts/noto-sans-regular.ttf', import.meta.url))
    const uneven: PrintFonts = { ...fonts, regular: { ...fonts.regular, file, parsed: fontkit.create(file) } }
    const { bytes } = await drawPages([jobTicket({ blocks: inFaces(scripts.latin), footer: null })], uneven)
    expect(lostGlyphs(await embeddedGlyphs(bytes), fonts).length).toBeGreaterThan(5)
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
