import { z } from 'zod'
import type { PrinterProfile } from './printer-profile.ts'

/** What stays the same when a printer gets another address; the address itself is a hint only (P19). */
export const printerMarks = z.object({
  uuid: z.string().max(100).nullable(),
  serial: z.string().max(100).nullable(),
  /** Twelve hexadecimal digits. */
  mac: z.string().max(12).nullable(),
  /** The name it goes by in the network; people may change it, so it counts last. */
  networkName: z.string().max(100).nullable(),
})
export type PrinterMarks = z.output<typeof printerMarks>

/** A way that a printer in the network says it can be reached. */
export const printerWay = z.object({
  by: z.enum(['raw', 'ipp', 'ipps', 'lpr']),
  port: z.number(),
  /** Of an IPP printer: `/ipp/print`. */
  path: z.string().nullable(),
})

/** A printer that answered when a person looked for one. */
export const foundPrinter = z.object({
  name: z.string(),
  model: z.string(),
  host: z.string(),
  ways: z.array(printerWay),
  marks: printerMarks,
  /** What it probably speaks, by its model; null: a person says it. */
  language: z.enum(['escpos', 'zpl', 'tspl', 'epl', 'brother', 'pdf']).nullable(),
})
export type FoundPrinter = z.output<typeof foundPrinter>

const makes: readonly (readonly [PrinterProfile['language'], RegExp])[] = [
  ['brother', /\bQL-?\d{3,4}/iu],
  ['escpos', /\bTM-[A-Z]?\d|\bTM-[TMULPH]\w|\bTSP\d|\bmC-Print|\bSRP-|\bCT-[SED]\d|ESC.?POS|receipt/iu],
  ['epl', /\b(?:LP|TLP) ?28\d\d|\bEPL2?\b/iu],
  ['tspl', /\bTSC\b|\bTSPL|\bTTP-|\bTDP-|\b(?:TE|DA|MB|TX|ML)[23]\d0\b/iu],
  ['zpl', /zebra|\bZPL|\bZ[DTQ]\d{3}|\bG[KXC]4\d0|\bZTC\b/iu],
]

/** The language by model and by what the printer says it reads. A guess: the tests of the set-up show whether it is right. */
export function languageOf(model: string, reads: readonly string[]): FoundPrinter['language'] {
  const said = [model, ...reads].join(' ')
  const make = makes.find(([, words]) => words.test(said))
  if (make !== undefined) return make[0]
  return /application\/pdf|image\/urf|postscript|\bPCL/iu.test(said) ? 'pdf' : null
}

/** Whether two are one device, by the strongest mark that both have. */
export function isSamePrinter(one: PrinterMarks, other: PrinterMarks): boolean {
  for (const mark of ['uuid', 'serial', 'mac', 'networkName'] as const) {
    const [a, b] = [one[mark], other[mark]]
    if (a !== null && b !== null) return plain(a) === plain(b)
  }
  return false
}

function plain(mark: string): string {
  return mark.toLowerCase().replace(/^urn:uuid:/u, '')
}
