import type { Language } from '../kernel/language.ts'
import type { Size } from '../kernel/length.ts'
import type { LabelFilling } from '../printing/templates/label-design.ts'
import type { LabelShape } from '../printing/templates/template-shape.ts'

export interface LabelledBin {
  readonly code: string
  readonly shop: { readonly name: string; readonly logo: string | null }
  /** The business day, as the paper's language writes it. */
  readonly date: string
  readonly language: Language
}

/** The size of the shop's other labels: it prints on the roll that is in the printer. */
export const binLabelSize: Size = { width: 570, height: 320 }

/** What a label may say of a bin. */
export function binLabelFilling({ code, shop, date, language }: LabelledBin): LabelFilling {
  return {
    title: code,
    language,
    fields: { code, shopName: shop.name, date },
    pictures: { logo: shop.logo === null ? null : { hash: shop.logo, description: shop.name } },
  }
}

/** ST1: the code large, and to scan. */
export const binLabelShape: LabelShape = {
  shape: 'label',
  fields: ['code', 'shopName', 'date'],
  whole: ['code'],
  money: [],
  pictures: ['logo'],
  starter: {
    design: 'label',
    size: binLabelSize,
    parts: [
      {
        part: 'text',
        id: 'code',
        x: 25,
        y: 90,
        width: 300,
        content: '{code}',
        size: 110,
        lines: 1,
        align: 'start',
        shrinkTo: 40,
        turn: 0,
      },
      { part: 'qr', id: 'scan', x: 340, y: 60, width: 200, height: 200, content: '{code}', hasCaption: false, turn: 0 },
    ],
  },
}

/** The longest code that people still read out. */
export const sampleBinCode = 'B-12-04-C'
