import { beforeAll, describe, expect, it } from 'vitest'
import type { PrintFonts } from '#main/printing/pdf/print-fonts.ts'
import { drawDesignedLabel } from '#main/printing/templates/draw-designed-label.ts'
import { barsWarnings } from '#shared/printing/templates/label-check.ts'
import type { DesignCode, LabelDesign } from '#shared/printing/templates/label-design.ts'
import { readPicture } from '#tests/support/barcode-reader.ts'
import { shippedFonts } from '#tests/support/print-fonts.ts'
import { labelPrinter } from '#tests/support/printer-profiles.ts'

let fonts: PrintFonts
beforeAll(() => {
  fonts = shippedFonts()
})

const filling = { title: 'x', language: 'pl', fields: {}, pictures: {} } as const

/** One code on a roll of 100 × 60 mm. */
async function drawn(code: Partial<DesignCode> & Pick<DesignCode, 'part' | 'content'>, dpi: 203 | 300) {
  const size = { width: 1000, height: 600 }
  const place = { id: 'code', x: 30, y: 30, width: 40, height: 100, hasCaption: false, turn: 0 } as const
  const design: LabelDesign = { design: 'label', size, parts: [{ ...place, ...code }] }
  const tools = { fonts, pictures: new Map() }
  const made = await drawDesignedLabel({ design, filling, whole: [] }, labelPrinter({ dpi, label: size }), tools)
  const [part] = made.parts
  return { warnings: part?.warnings ?? [], png: made.pictures[0]?.bytes ?? new Uint8Array() }
}

const codes = [
  { part: 'code128', content: '26-A04831/1' },
  { part: 'ean13', content: '4006381333931' },
  { part: 'qr', content: 'https://dekade.example/o/26-A04831?n=Zoë' },
  { part: 'dataMatrix', content: 'K7-9HD3/2 K7-9HD3/2 K7-9HD3/2' },
] as const

describe('a label that is being designed', () => {
  it.each(codes.flatMap((code) => ([203, 300] as const).map((dpi) => ({ ...code, dpi }))))(
    '[PR85] at $dpi dpi a $part that is too fine to scan says how wide its place has to be, and scans in one so wide',
    async ({ part, content, dpi }) => {
      const [warning] = (await drawn({ part, content }, dpi)).warnings
      if (warning?.code !== 'codeNeedsRoom') throw new Error(`no warning: ${JSON.stringify(warning)}`)
      const width = warning.millimetres * 10
      const enough = await drawn({ part, content, width, height: 300 }, dpi)
      expect(enough.warnings.filter((each) => each.code !== 'eanSmall')).toEqual([])
      expect((await readPicture(enough.png)).map(({ text }) => text)).toEqual([content])
      const narrower = await drawn({ part, content, width: width - 10, height: 300 }, dpi)
      expect(narrower.warnings.map((each) => each.code)).toEqual(['codeNeedsRoom'])
    },
  )

  it('[PR85] what no code can carry says so, and not how wide', async () => {
    expect((await drawn({ part: 'ean13', content: '12' }, 203)).warnings).toMatchObject([
      { code: 'barcodeAsText', reason: 'wrongLength' },
    ])
  })

  it('[PR85] bars too low to be hit, and a trade code too small for a till, are said, turned ones too', async () => {
    for (const turn of [0, 90] as const) {
      const low = await drawn({ part: 'code128', content: '26-A04831', width: 400, height: 40, turn }, 203)
      expect(low.warnings).toEqual([{ code: 'barsLow', millimetres: 6 }])
    }
    const small = await drawn({ part: 'ean13', content: '4006381333931', width: 300, height: 200 }, 203)
    expect(small.warnings).toEqual([{ code: 'eanSmall', percent: 76 }])
  })

  it('[PR85] 5 mm are enough for short bars, 15 % of their length for long ones', () => {
    const bars = { placed: 'code128', module: 2 } as const
    expect(barsWarnings({ ...bars, width: 200, height: 50 }, 254)).toEqual([])
    expect(barsWarnings({ ...bars, width: 200, height: 49 }, 254)).toEqual([{ code: 'barsLow', millimetres: 5 }])
    expect(barsWarnings({ ...bars, width: 600, height: 90 }, 254)).toEqual([])
    expect(barsWarnings({ ...bars, width: 600, height: 89 }, 254)).toEqual([{ code: 'barsLow', millimetres: 9 }])
  })
})
