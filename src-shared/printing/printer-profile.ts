import { z } from 'zod'
import { accepted, type Result, refused } from '../kernel/result.ts'
import { brotherLabelSize, brotherRollNames, fitsHead } from './brother-rolls.ts'

/**
 * What the product knows about one printer. The language is part of the printer and locked to it (P13): a receipt is
 * never sent to a laser printer, where it would come out as pages of signs.
 */

/** Bits a second that serial printers are set to. */
export const serialBauds = [1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200] as const

const tcp = z.object({
  by: z.literal('tcp'),
  host: z.string().min(1).max(253),
  port: z.number().int().min(1).max(65535),
})
/** What stood behind a queue at the first contact; another device there is not believed to be it (P19). Absent: nobody has said. */
const behind = z.string().max(1000).optional()
const cups = z.object({
  by: z.literal('cups'),
  queue: z.string().regex(/^[^\s/#-][^\s/#]*$/u),
  /** `host:port` of another print server; null: the one of this machine. */
  server: z
    .string()
    .regex(/^[\w.:[\]-]+$/u)
    .nullable(),
  behind,
})
const folder = z.object({ by: z.literal('folder'), path: z.string().min(1) })

/** An office printer that speaks the Internet Printing Protocol itself. */
const ipp = z.object({
  by: z.literal('ipp'),
  host: z.string().regex(/^[\p{L}\p{N}._:%[\]-]{1,253}$/u),
  port: z.number().int().min(1).max(65535),
  path: z.string().regex(/^\/[\w./~%-]{0,200}$/u),
  isSecure: z.boolean(),
  /** Who answered there first; another one that answers later is not believed to be it (P19). Null: nobody has yet. */
  identity: z.object({ uuid: z.string().max(255).nullable(), certificate: z.string().max(255).nullable() }).nullable(),
})
/** A printer class device of Linux. */
const usb = z.object({ by: z.literal('usb'), path: z.string().regex(/^\/dev\/usb\/lp\d{1,3}$/u) })
const serial = z.object({
  by: z.literal('serial'),
  /** A line of this computer and no other file of it: `/dev/ttyUSB0`, `/dev/cu.usbserial-1`, `COM3`. */
  path: z
    .string()
    .regex(
      /^(?:\/dev\/(?:tty[A-Za-z]{1,8}\d{1,3}|(?:cu|tty)\.[\w.-]{1,60}|serial\/by-id\/[\w.:-]{1,120})|COM\d{1,3})$/u,
    ),
  baud: z.union(serialBauds.map((baud) => z.literal(baud))),
  bits: z.union([z.literal(7), z.literal(8)]),
  parity: z.enum(['none', 'even', 'odd']),
  /** How the printer says that its buffer is full: a wire of its own (RTS/CTS, DTR/DSR), signs on the line, or not at all. */
  flow: z.enum(['hardware', 'xonxoff', 'none']),
  /** Bytes a second that the printer keeps up with, where it cannot say that its buffer is full; null: as fast as the line. */
  pace: z.number().int().min(50).max(100_000).nullable(),
})
/** A queue of the Windows spooler. */
const windows = z.object({ by: z.literal('windows'), queue: z.string().regex(/^[^\p{Cc},"]{1,220}$/u), behind })

const common = { id: z.string().min(1), name: z.string().min(1) }

/** Code pages that receipt printers have and we can encode. */
export const codePageEncodings = [
  'cp437',
  'cp850',
  'cp852',
  'cp858',
  'cp860',
  'cp863',
  'cp865',
  'windows1250',
  'windows1252',
  'windows1257',
  'iso88591',
  'iso88592',
  'iso885915',
] as const

export const escposProfileSchema = z.object({
  ...common,
  language: z.literal('escpos'),
  transport: z.discriminatedUnion('by', [tcp, cups, usb, serial, windows]),
  /** Characters of font A in a line: 48, 42 or 32. */
  columns: z.number().int().min(24).max(64),
  /** Printable width: 576, 512 or 384. */
  dots: z.number().int().min(256).max(832),
  dpi: z.union([z.literal(180), z.literal(203)]),
  /** Code pages in order of preference; the number is the printer's own, found with the test strip. */
  codePages: z.array(z.object({ page: z.number().int().min(0).max(255), encoding: z.enum(codePageEncodings) })).min(1),
  /** What becomes a picture when no code page has a character: that line, or the whole receipt. */
  pictureFor: z.enum(['line', 'receipt']),
  /** `full` answers DLE EOT and GS r, `gsr` only the latter, `none` nothing: then the best is "handed over". */
  status: z.enum(['full', 'gsr', 'none']),
  cut: z.enum(['partial', 'full', 'none']),
  drawer: z
    .object({
      pin: z.union([z.literal(2), z.literal(5)]),
      pulseMs: z.number().int().min(100).max(800),
      /** `atOnce` overtakes what waits in the printer, also without paper; `inLine` is what every make understands. */
      pulse: z.enum(['atOnce', 'inLine']).default('atOnce'),
      /** By itself, when cash is received; never at anything else (P11). */
      opensAtCash: z.boolean().default(true),
    })
    .nullable(),
})

export const zplProfileSchema = z.object({
  ...common,
  language: z.literal('zpl'),
  transport: z.discriminatedUnion('by', [tcp, cups, usb, serial, windows]),
  dpi: z.union([z.literal(203), z.literal(300), z.literal(600)]),
  /** Tenths of a millimetre. */
  label: z.object({ width: z.number().int().positive(), height: z.number().int().positive() }),
  media: z.enum(['gap', 'mark', 'continuous']),
  /** Dots to the right and down; added to every coordinate by us, since printers treat a negative shift differently. */
  offset: z.object({ x: z.number().int(), y: z.number().int() }),
  isUpsideDown: z.boolean(),
  darkness: z.number().int().min(-30).max(30).nullable(),
  /** Inches per second. */
  speed: z.number().int().min(1).max(14).nullable(),
  status: z.enum(['full', 'none']),
})

/** Labels that we draw ourselves and send as dots, whatever language they are wrapped in (PR60). */
const labelInDots = {
  ...common,
  transport: zplProfileSchema.shape.transport,
  /** As it is read, in tenths of a millimetre. */
  label: zplProfileSchema.shape.label,
  offset: zplProfileSchema.shape.offset,
  /** By the clock, from how the label is read to how it leaves the printer. */
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
}
const darknessOfDots = z.number().int().min(0).max(15).nullable()
/** Between two labels, or the height of the mark; tenths of a millimetre. */
const gap = z.number().int().min(0).max(300)

export const tsplProfileSchema = z.object({
  ...labelInDots,
  language: z.literal('tspl'),
  dpi: zplProfileSchema.shape.dpi,
  media: zplProfileSchema.shape.media,
  gap,
  darkness: darknessOfDots,
  speed: zplProfileSchema.shape.speed,
  status: z.enum(['full', 'none']),
})

export const eplProfileSchema = z.object({
  ...labelInDots,
  language: z.literal('epl'),
  dpi: z.union([z.literal(203), z.literal(300)]),
  media: zplProfileSchema.shape.media,
  gap,
  darkness: darknessOfDots,
  /** The printer's own steps, not inches. */
  speed: z.number().int().min(1).max(6).nullable(),
  /** Answers come by a serial line and by USB; few print servers pass them on. */
  status: z.enum(['full', 'none']),
})

export const brotherProfileSchema = z.object({
  ...labelInDots,
  language: z.literal('brother'),
  dpi: z.literal(300),
  /** Dots across. */
  head: z.union([z.literal(720), z.literal(1296)]).default(720),
  roll: z.enum(brotherRollNames),
  cut: z.enum(['each', 'end', 'none']),
  status: z.enum(['full', 'none']),
})

export const pdfProfileSchema = z.object({
  ...common,
  language: z.literal('pdf'),
  transport: z.discriminatedUnion('by', [ipp, cups, windows, folder]),
  /** The spooler's name of the sheet, as `A4`. */
  media: z.string().regex(/^[\w.-]+$/u),
  sides: z.enum(['one-sided', 'two-sided-long-edge', 'two-sided-short-edge']),
  colour: z.enum(['color', 'monochrome']),
  tray: z
    .string()
    .regex(/^[\w.-]+$/u)
    .nullable(),
})

export const printerProfileSchema = z.discriminatedUnion('language', [
  escposProfileSchema,
  zplProfileSchema,
  tsplProfileSchema,
  eplProfileSchema,
  brotherProfileSchema,
  pdfProfileSchema,
])

export type EscposProfile = z.output<typeof escposProfileSchema>
export type ZplProfile = z.output<typeof zplProfileSchema>
export type TsplProfile = z.output<typeof tsplProfileSchema>
export type EplProfile = z.output<typeof eplProfileSchema>
export type BrotherProfile = z.output<typeof brotherProfileSchema>
export type DotsProfile = TsplProfile | EplProfile | BrotherProfile
export type LabelProfile = ZplProfile | DotsProfile
export type PdfProfile = z.output<typeof pdfProfileSchema>
export type PrinterProfile = z.output<typeof printerProfileSchema>
export type PrinterTransport = PrinterProfile['transport']
/** Every way to a printer, whatever it prints. */
export const printerRoads = [
  'tcp',
  'ipp',
  'cups',
  'usb',
  'serial',
  'windows',
  'folder',
] as const satisfies readonly PrinterTransport['by'][]
export type CodePage = EscposProfile['codePages'][number]

/** Which of the printers prints labels; only one of them has letters of its own. */
export function isLabelProfile(profile: PrinterProfile): profile is LabelProfile {
  return profile.language !== 'escpos' && profile.language !== 'pdf'
}

/** P24: a printer is reached at the ports printers listen on and no other, whatever a screen asks for. */
export const printerPorts: readonly number[] = [9100, 515, 631]

export function checkPrinterTarget(
  profile: PrinterProfile,
  allowedPorts: readonly number[] = printerPorts,
): Result<PrinterProfile> {
  const { transport } = profile
  if ((transport.by === 'tcp' || transport.by === 'ipp') && !allowedPorts.includes(transport.port)) {
    return refused('printer.portNotAllowed', { port: transport.port })
  }
  if (profile.language === 'brother' && !fitsHead(profile.roll, profile.head)) {
    return refused('printer.rollTooWide', { roll: profile.roll })
  }
  if (profile.language === 'brother' && !isOfItsRoll(profile)) {
    return refused('printer.labelNotOfRoll', { roll: profile.roll })
  }
  return accepted(profile)
}

/** Labels are drawn for the roll: of another size they would be burnt where there is no paper. */
function isOfItsRoll({ roll, rotation, label }: BrotherProfile): boolean {
  const isLying = rotation === 90 || rotation === 270
  const size = brotherLabelSize(roll, isLying ? label.width : label.height, rotation)
  return size.width === label.width && size.height === label.height
}

/** P6: print jobs with the same key share one device and go one after the other. */
export function deviceKey({ transport }: PrinterProfile): string {
  if (transport.by === 'tcp') return `tcp://${transport.host.toLowerCase()}:${transport.port}`
  if (transport.by === 'ipp') return `ipp://${transport.host.toLowerCase()}:${transport.port}${transport.path}`
  if (transport.by === 'cups') return `cups://${transport.server ?? 'local'}/${transport.queue}`
  if (transport.by === 'usb' || transport.by === 'serial') return `device://${transport.path}`
  if (transport.by === 'windows') return `windows://${transport.queue.toLowerCase()}`
  return `folder://${transport.path}`
}
