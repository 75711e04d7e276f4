import { z } from 'zod'
import { requiredText } from '#shared/kernel/text.ts'
import {
  brotherProfileSchema,
  eplProfileSchema,
  escposProfileSchema,
  pdfProfileSchema,
  tsplProfileSchema,
  zplProfileSchema,
} from './printer-profile.ts'

const name = requiredText({ max: 60 })

/** A printer as a form sends it: everything but its id. */
export const printerInput = z.discriminatedUnion('language', [
  escposProfileSchema.omit({ id: true }).extend({ name }).strict(),
  zplProfileSchema.omit({ id: true }).extend({ name }).strict(),
  tsplProfileSchema.omit({ id: true }).extend({ name }).strict(),
  eplProfileSchema.omit({ id: true }).extend({ name }).strict(),
  brotherProfileSchema.omit({ id: true }).extend({ name }).strict(),
  pdfProfileSchema.omit({ id: true }).extend({ name }).strict(),
])

export type PrinterInput = z.output<typeof printerInput>
