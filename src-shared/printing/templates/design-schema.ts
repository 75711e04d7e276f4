import { z } from 'zod'
import { languages } from '../../kernel/language.ts'
import { textField } from '../../kernel/text.ts'
import type { LabelDesign } from './label-design.ts'
import type { PaperDesign } from './paper-look.ts'
import { labelLimits, textPlaces } from './template-shape.ts'

export type TemplateDesign = PaperDesign | LabelDesign

/** A letter has room for this much of the shop's own words in one place. */
export const longestText = 600
export const mostParts = 60

const pieceName = z.string().regex(/^[a-z][A-Za-z]{0,40}$/)
const shownPieces = z.array(z.strictObject({ name: pieceName, isShown: z.boolean() })).max(40)
const pictureHash = z.string().regex(/^[0-9a-f]{64}$/, 'file.hashMalformed')

const paperDesignSchema = z.strictObject({
  design: z.literal('paper'),
  logo: z.discriminatedUnion('from', [
    z.strictObject({ from: z.literal('company') }),
    z.strictObject({ from: z.literal('none') }),
    z.strictObject({ from: z.literal('own'), hash: pictureHash }),
  ]),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/u, 'template.colourMalformed')
    .nullable(),
  texts: z.partialRecord(
    z.enum(textPlaces),
    z.partialRecord(z.enum(languages), textField({ max: longestText, multiline: true })),
  ),
  sections: shownPieces,
  columns: shownPieces,
})

const { least, most } = labelLimits
// Parts may stand a little over the edge while somebody moves them about: the designer says so, and so does the print.
const place = z
  .int()
  .min(-most.width)
  .max(2 * most.width)
const length = z.int().min(5).max(most.width)
const thickness = z.int().min(1).max(100)
const turn = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)])
const placed = { id: z.string().regex(/^[a-z0-9-]{1,40}$/), x: place, y: place }
const content = textField({ max: longestText, multiline: true })

const designPartSchema = z.discriminatedUnion('part', [
  z.strictObject({
    part: z.literal('text'),
    ...placed,
    content,
    width: length,
    size: z.int().min(15).max(1000),
    lines: z.int().min(1).max(20),
    align: z.enum(['start', 'center', 'end']),
    shrinkTo: z.int().min(40).max(100),
    turn,
  }),
  z.strictObject({
    part: z.enum(['code128', 'ean13', 'qr', 'dataMatrix']),
    ...placed,
    content,
    width: length,
    height: length,
    hasCaption: z.boolean(),
    turn,
  }),
  z.strictObject({
    part: z.literal('picture'),
    ...placed,
    picture: z.discriminatedUnion('from', [
      z.strictObject({ from: z.literal('field'), name: pieceName }),
      z.strictObject({ from: z.literal('own'), hash: pictureHash }),
    ]),
    width: length,
    height: length,
    turn,
  }),
  z.strictObject({ part: z.literal('line'), ...placed, length, direction: z.enum(['across', 'down']), thickness }),
  z.strictObject({ part: z.literal('box'), ...placed, width: length, height: length, thickness }),
])

const labelDesignSchema = z.strictObject({
  design: z.literal('label'),
  size: z.strictObject({
    width: z.int().min(least.width, 'template.labelTooSmall').max(most.width, 'template.labelTooLarge'),
    height: z.int().min(least.height, 'template.labelTooSmall').max(most.height, 'template.labelTooLarge'),
  }),
  parts: z.array(designPartSchema).max(mostParts, 'template.tooManyParts'),
})

export const templateDesignSchema: z.ZodType<TemplateDesign, TemplateDesign> = z.discriminatedUnion('design', [
  paperDesignSchema,
  labelDesignSchema,
])
