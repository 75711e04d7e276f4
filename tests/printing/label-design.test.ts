import { describe, expect, it } from 'vitest'
import { tenthsOf, wholeOf } from '#renderer/printing/templates/label/millimetres.ts'
import { newPart } from '#renderer/printing/templates/label/new-part.ts'
import { productLabelShape, shelfLabelShape } from '#shared/catalog/product-label-template.ts'
import { shippingLabelShape } from '#shared/fulfilment/shipping-label.ts'
import { templateDesignSchema } from '#shared/printing/templates/design-schema.ts'
import { crowdedCodes, partWarnings } from '#shared/printing/templates/label-check.ts'
import { designedLabel, type LabelDesign, type LabelFilling } from '#shared/printing/templates/label-design.ts'
import { designProblems, showsMoney } from '#shared/printing/templates/template-rules.ts'
import { binLabelShape } from '#shared/stock/bin-label.ts'

const filling: LabelFilling = {
  title: 'x',
  language: 'nl',
  fields: { name: 'Visitekaartjes', sku: 'BC-8555', ean: '', price: '€ 12,00' },
  pictures: { picture: null },
}
const text = {
  part: 'text',
  x: 0,
  y: 0,
  width: 300,
  size: 40,
  lines: 1,
  align: 'start',
  shrinkTo: 60,
  turn: 0,
} as const
const design = (...parts: LabelDesign['parts'][number][]): LabelDesign => ({
  design: 'label',
  size: { width: 570, height: 320 },
  parts,
})
const texts = (label: LabelDesign, whole: string[] = []) =>
  designedLabel(label, filling, whole).parts.map((part) =>
    part.part === 'text' ? [part.text, part.tooLong] : part.part,
  )

describe('a label filled in', () => {
  it('[PR47] says its fields in their places, and leaves out lines and parts that have nothing to say', () => {
    expect(
      texts(
        design(
          { ...text, id: 'a', content: 'Art. {sku} / {name}' },
          { ...text, id: 'b', content: '{ean}\n{name}\n{ean}' },
          { ...text, id: 'c', content: '{ean}' },
          { ...text, id: 'd', content: 'Altijd\n\ndit' },
        ),
      ),
    ).toEqual([
      ['Art. BC-8555 / Visitekaartjes', 'ellipsis'],
      ['Visitekaartjes', 'ellipsis'],
      ['Altijd\n\ndit', 'ellipsis'],
    ])
  })

  it('[PR47] text of a subject is never read again as a field', () => {
    const hostile = { ...filling, fields: { ...filling.fields, name: '{sku}' } }
    const [part] = designedLabel(design({ ...text, id: 'a', content: '{name}' }), hostile, []).parts
    expect(part).toMatchObject({ text: '{sku}' })
  })

  it('[PR11] what counts by the letter refuses the label when it does not fit', () => {
    expect(texts(design({ ...text, id: 'a', content: 'Nu {price}' }), ['price'])).toEqual([['Nu € 12,00', 'refuse']])
  })

  it('[PR49] shows money where any part does', () => {
    const priced = design({ ...text, id: 'a', content: 'Nu {priceGross}' })
    expect(showsMoney(priced, shelfLabelShape)).toBe(true)
    expect(showsMoney(productLabelShape.starter, productLabelShape)).toBe(false)
  })
})

describe('what a label may be', () => {
  it.each([
    ['product', productLabelShape],
    ['shelf', shelfLabelShape],
    ['shipping', shippingLabelShape],
    ['bin', binLabelShape],
  ] as const)('[PR47] the starter of a %s label is a design like any other, and so is each new part', (_, shape) => {
    let all: LabelDesign = shape.starter
    for (const what of ['text', 'field', 'code', 'picture', 'line', 'box'] as const)
      all = { ...all, parts: all.parts.concat(newPart(what, all, shape)) }
    expect(templateDesignSchema.safeParse(all).error).toBeUndefined()
    expect(designProblems(all, shape)).toEqual([])
  })

  it('[PR41] fields that the subject does not have, and ids twice, are refused at the part', () => {
    const wrong = design({ ...text, id: 'a', content: '{sku}{secret}' }, { ...text, id: 'a', content: '' })
    expect(designProblems(wrong, productLabelShape)).toEqual([
      { field: 'design.parts.0.content', code: 'template.unknownField', params: { name: 'secret' } },
      { field: 'design.parts.1', code: 'template.partTwice' },
      { field: 'design.parts.1.content', code: 'text.required' },
    ])
  })
})

describe('whether it scans', () => {
  const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height })

  it('[PR48] a code needs its white, a box round it does not count', () => {
    const at = (...parts: Parameters<typeof crowdedCodes>[0]) => [...crowdedCodes(parts, 254)]
    const bars = { part: 'code128', box: box(100, 100, 300, 80) } as const
    expect(at(bars, { part: 'text', box: box(420, 100, 50, 40) })).toEqual([0])
    expect(at(bars, { part: 'text', box: box(430, 100, 50, 40) })).toEqual([])
    expect(at(bars, { part: 'text', box: box(100, 185, 300, 40) })).toEqual([])
    expect(at(bars, { part: 'box', box: box(0, 0, 800, 800) })).toEqual([])
    expect(at({ part: 'qr', box: box(0, 0, 100, 100) }, { part: 'text', box: box(0, 105, 100, 40) })).toEqual([0])
  })

  it('[PR48] a millimetre from the edge is the least', () => {
    const label = { width: 500, height: 300 }
    expect(partWarnings(box(10, 10, 100, 100), label, 254)).toEqual([])
    expect(partWarnings(box(9, 10, 100, 100), label, 254)).toEqual([{ code: 'nearEdge' }])
    expect(partWarnings(box(395, 10, 100, 100), label, 254)).toEqual([{ code: 'nearEdge' }])
    // Over the edge is said by the layout itself, of every print.
    expect(partWarnings(box(450, 10, 100, 100), label, 254)).toEqual([])
  })
})

it('[PR48] lengths are read as people type millimetres', () => {
  expect(['12', '12,5', '12.5', '-3', '-0.5', ' 7 '].map(tenthsOf)).toEqual([120, 125, 125, -30, -5, 70])
  expect(['', '12,', '1.25', 'abc', '1e3', '1234'].map(tenthsOf)).toEqual([null, null, null, null, null, null])
  expect(['3', '0', '', '2.5', '-1'].map(wholeOf)).toEqual([3, 0, null, null, null])
})
