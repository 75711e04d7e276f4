import { z } from 'zod'
import { command, contract, local, query } from '#shared/kernel/contract.ts'
import { idOf } from '#shared/kernel/ids.ts'
import { languages } from '#shared/kernel/language.ts'
import { requiredText } from '#shared/kernel/text.ts'
import { paperForms, paperKind } from '../paper-shapes.ts'
import { templateDesignSchema } from './design-schema.ts'
import type { TemplateShape } from './template-shape.ts'

const templateId = idOf<'PrintTemplate'>()
const partyId = idOf<'Party'>()
export const templateName = requiredText({ max: 60 })
const name = templateName
const permission = 'printTemplate.change'

const templateRow = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  version: z.number(),
  isStandard: z.boolean(),
  customers: z.number(),
  isArchived: z.boolean(),
})

const warning = z.looseObject({ code: z.string() })

/** A part of a label as it will be burnt, in dots from the top left of the label. */
const placedPart = z.object({
  id: z.string(),
  box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).nullable(),
  warnings: z.array(warning),
})

const sample = {
  kind: paperKind,
  design: templateDesignSchema,
  /** Filled with this document; null: with the product's sample. */
  documentId: idOf<'PrintedDocument'>().nullable().default(null),
  printerId: idOf<'Printer'>().optional(),
}

export const printTemplateContract = contract(
  query('printTemplate.kinds', {
    input: z.strictObject({}),
    output: z.object({
      kinds: z.array(
        z.object({
          kind: z.string(),
          about: z.string(),
          forms: z.array(z.enum(paperForms)),
          /** Its blocks and columns, or a label's fields. */
          shape: z.custom<TemplateShape>(),
        }),
      ),
    }),
    permission: 'printTemplate.see',
    summary: 'Kinds of paper that templates can be made for, with what of each can be arranged.',
  }),
  query('printTemplate.list', {
    input: z.strictObject({ kind: paperKind.nullable().default(null), withArchived: z.boolean().default(false) }),
    output: z.object({ templates: z.array(templateRow) }),
    permission: 'printTemplate.see',
    touches: ['print_template'],
    summary: 'Print templates by kind and name.',
  }),
  query('printTemplate.get', {
    input: z.strictObject({ id: templateId }),
    output: templateRow
      .omit({ customers: true })
      .extend({ design: templateDesignSchema, customers: z.array(z.object({ id: z.string(), name: z.string() })) }),
    permission: 'printTemplate.see',
    touches: ['print_template'],
    summary: 'One print template with its design and the customers whose papers look so.',
  }),
  query('printTemplate.versions', {
    input: z.strictObject({ id: templateId }),
    output: z.object({
      versions: z.array(
        z.object({ version: z.number(), at: z.string(), byName: z.string(), design: templateDesignSchema }),
      ),
    }),
    permission,
    touches: ['print_template'],
    summary: 'What a template was, save by save, the newest first; 50 at most.',
  }),
  command('printTemplate.add', {
    input: z.strictObject({ id: templateId.optional(), kind: paperKind, name, design: templateDesignSchema }),
    output: z.object({ id: z.string() }),
    permission,
    summary: 'Adds a print template of a kind. It is used where somebody chooses it, until it is made the standard.',
  }),
  command('printTemplate.change', {
    input: z.strictObject({
      id: templateId,
      /** The version it was made from: what somebody else saved meanwhile is not written over. */
      version: z.int().min(1),
      name: name.optional(),
      design: templateDesignSchema.optional(),
    }),
    output: z.object({ version: z.number() }),
    summary: 'Saves the next version of a template. Taking up an earlier version is saving its design again.',
  }),
  command('printTemplate.makeStandard', {
    input: z.strictObject({ id: templateId, isStandard: z.boolean() }),
    output: z.null(),
    permission,
    summary: 'Makes a template the standard of its kind, or leaves the kind to the built-in look again.',
  }),
  command('printTemplate.assign', {
    input: z.strictObject({ id: templateId, partyId, isAssigned: z.boolean() }),
    output: z.null(),
    permission,
    summary: 'Says that the papers of a customer look so, or no longer.',
  }),
  command('printTemplate.archive', {
    input: z.strictObject({ id: templateId, archived: z.boolean() }),
    output: z.null(),
    permission,
    summary: 'Takes a template out of use, or back in. Papers that were printed with it stay as they are.',
  }),
  local('printTemplate.preview', {
    input: z.strictObject({
      ...sample,
      form: z.enum(paperForms).optional(),
      /** The language of the paper; left out: the document's own. */
      language: z.enum(languages).optional(),
    }),
    output: z.object({
      form: z.enum(paperForms),
      pictures: z.array(z.object({ mediaType: z.enum(['image/png', 'application/pdf']), data: z.string() })),
      warnings: z.array(warning),
      /** Of a label: what it is drawn for, and each part with where it stands and what is wrong with it. */
      label: z.object({ printerName: z.string().nullable(), dpi: z.number(), parts: z.array(placedPart) }).nullable(),
    }),
    permission,
    summary: 'A design before it is saved, drawn as it would be printed (PR17).',
  }),
  local('printTemplate.testPrint', {
    input: z.strictObject({ ...sample, printerId: idOf<'Printer'>() }),
    output: z.object({ printJobId: z.string() }),
    permission,
    summary: 'Prints a design before it is saved, once. It is a test: nobody counts it as a paper of a document.',
  }),
  local('printTemplate.checkPicture', {
    input: z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/, 'file.hashMalformed') }),
    output: z.null(),
    permission,
    summary: 'Refuses a picture that papers cannot carry: unreadable, too large, in the inks of a press.',
  }),
)
