import {
  type EscposModel,
  epsonCodePages,
  escposModels,
  labelModels,
  type ZplModel,
  zplModels,
} from '#shared/printing/printer-models.ts'
import type {
  BrotherProfile,
  EplProfile,
  EscposProfile,
  PdfProfile,
  TsplProfile,
  ZplProfile,
} from '#shared/printing/printer-profile.ts'
import type { EmulatedPrinter } from './escpos-decoder.ts'

const address = { by: 'tcp', host: '127.0.0.1', port: 9100 } as const

export function receiptPrinter(model: EscposModel = escposModels.epsonTm80, port = 9100): EscposProfile {
  return { id: 'receipt-1', name: 'Receipt TM-T88', language: 'escpos', transport: { ...address, port }, ...model }
}

export function labelPrinter(model: Partial<ZplModel> = {}, port = 9100): ZplProfile {
  return {
    id: 'label-1',
    name: 'Label ZD421',
    language: 'zpl',
    transport: { ...address, port },
    ...zplModels.zebra203,
    ...model,
  }
}

export function officePrinter(transport: PdfProfile['transport']): PdfProfile {
  return {
    id: 'office-1',
    name: 'A4 Kyocera',
    language: 'pdf',
    transport,
    media: 'A4',
    sides: 'one-sided',
    colour: 'monochrome',
    tray: null,
  }
}

/** The three tables of code pages that receipts are tried on, on wide and narrow paper. */
export const pageTables: Readonly<Record<string, EscposModel['codePages']>> = {
  epson: epsonCodePages,
  clone: escposModels.clone80.codePages,
  windows: [
    { page: 71, encoding: 'windows1250' },
    { page: 16, encoding: 'windows1252' },
  ],
}

export function emulated(profile: EscposProfile): EmulatedPrinter {
  return {
    dots: profile.dots,
    cell: Math.floor(profile.dots / profile.columns),
    lineDots: Math.round(profile.dpi / 6),
    pages: { 0: 'cp437', ...Object.fromEntries(profile.codePages.map((each) => [each.page, each.encoding])) },
  }
}

const { tspl203, epl203, brotherQl, brotherQlWide } = labelModels

export function tsplPrinter(change: Partial<TsplProfile> = {}, port = 9100): TsplProfile {
  return { id: 'label-2', name: 'Label TSC', transport: { ...address, port }, ...tspl203, ...change }
}

export function eplPrinter(change: Partial<EplProfile> = {}, port = 9100): EplProfile {
  return { id: 'label-3', name: 'Label LP2844', transport: { ...address, port }, ...epl203, ...change }
}

export function brotherPrinter(change: Partial<BrotherProfile> = {}, port = 9100): BrotherProfile {
  return { id: 'label-4', name: 'Label QL-820', transport: { ...address, port }, ...brotherQl, ...change }
}

export function wideBrotherPrinter(change: Partial<BrotherProfile> = {}, port = 9100): BrotherProfile {
  return { id: 'label-5', name: 'Label QL-1110', transport: { ...address, port }, ...brotherQlWide, ...change }
}
