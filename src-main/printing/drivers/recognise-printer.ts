import type { PrinterProfile } from '#shared/printing/printer-profile.ts'
import { askBrotherStatus } from './labels/brother-bytes.ts'
import { readBrotherStatus } from './labels/brother-status.ts'
import { askTsplStatus, readTsplStatus } from './labels/tspl-status.ts'
import { TcpConnection, type TcpLimits, tcpLimits } from './tcp-connection.ts'

export const spokenLanguages = ['escpos', 'zpl', 'epl', 'tspl', 'brother', 'pdf', 'linePrint'] as const
/** `linePrint`: a Zebra that prints every command as text; `pdf`: an office printer. */
export type SpokenLanguage = (typeof spokenLanguages)[number]

export interface Recognised {
  /** All it understands; a Zebra may take two at once. */
  readonly speaks: readonly SpokenLanguage[]
  readonly serial: string | null
}

/** What a printer speaks by its own word; null: it says nothing. Only over the network, where it can answer. */
export type Recognise = (profile: PrinterProfile) => Promise<Recognised | null>

interface Question {
  readonly ask: Uint8Array
  readonly read: (answer: Uint8Array) => Recognised | null
}

/** A device that never stops talking is none that we know. */
const mostHeard = 2000

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)
const only = (language: SpokenLanguage): Recognised => ({ speaks: [language], serial: null })

/** One byte with the fixed bits of a receipt printer's state. */
const epson: Question = {
  ask: Uint8Array.of(0x10, 0x04, 0x01),
  read: (answer) => (answer.length > 0 && answer.every((byte) => (byte & 0x93) === 0x12) ? only('escpos') : null),
}
const tspl: Question = {
  ask: askTsplStatus,
  read: (answer) => {
    const status = readTsplStatus(answer)
    return status === null || status === 'nonsense' ? null : only('tspl')
  },
}
const brother: Question = {
  ask: askBrotherStatus,
  read: (answer) => {
    const status = readBrotherStatus(answer)
    return status === null || status === 'nonsense' ? null : only('brother')
  },
}
/** Languages and serial number of a newer Zebra in quotes; the model between control signs of any that is set to ZPL. */
const zebra: Question = {
  ask: ascii('~HI\r\n! U1 getvar "device.languages"\r\n! U1 getvar "device.unique_id"\r\n'),
  read: (answer) => {
    const text = new TextDecoder('latin1').decode(answer)
    const isZpl = text
      .split('\u0002')
      .some((each) => /^[\w-]{2,40},[^,]{1,20},\d{1,2},/u.test(each) && each.includes('\u0003'))
    const [languages = '', serial] = [...text.matchAll(/"([^"\r\n]{1,60})"/gu)].map((match) => match[1] ?? '')
    const speaks: SpokenLanguage[] = []
    if (isZpl || /zpl/iu.test(languages)) speaks.push('zpl')
    if (/\bepl|_epl/iu.test(languages)) speaks.push('epl')
    if (speaks.length === 0 && /line.?print/iu.test(languages)) speaks.push('linePrint')
    if (speaks.length === 0) return null
    return { speaks, serial: serial === undefined || serial === '?' ? null : serial }
  },
}
/** Office printers leave their own language to answer; all others are asked everything else first. */
const office: Question = {
  ask: ascii('\u001b%-12345X@PJL INFO ID\r\n\u001b%-12345X'),
  read: (answer) => (new TextDecoder('latin1').decode(answer).includes('@PJL INFO ID') ? only('pdf') : null),
}

/**
 * Quiet questions first: what is a question to one printer is text on the paper of another. A receipt printer that never
 * answers is asked nothing that it might print.
 */
function questionsFor(profile: PrinterProfile): readonly Question[] {
  if (profile.language === 'pdf') return []
  if (profile.language !== 'escpos') return [epson, tspl, zebra, brother, office]
  return profile.status === 'none' ? [epson] : [epson, zebra, office]
}

export function recogniseOverTcp(limits: TcpLimits = tcpLimits): Recognise {
  return async (profile) => {
    const { transport } = profile
    if (transport.by !== 'tcp') return null
    const line = await TcpConnection.open(transport, limits.connect)
    if (!(line instanceof TcpConnection)) return null
    try {
      for (const { ask, read } of questionsFor(profile)) {
        line.take()
        if ((await line.write(ask, limits.status, () => undefined)) !== 'taken') return null
        const recognised = await answerTo(line, read, limits)
        if (recognised !== null) return recognised
      }
      return null
    } finally {
      await line.finish(limits.settle)
    }
  }
}

/** Answers come in pieces: one is believed when nothing follows it for a moment. */
async function answerTo(
  line: TcpConnection,
  read: Question['read'],
  { status, settle }: TcpLimits,
): Promise<Recognised | null> {
  const deadline = Date.now() + status / 2
  const heard: number[] = []
  let heardLast = Date.now()
  for (;;) {
    const bytes = line.take()
    if (bytes.length > 0) heardLast = Date.now()
    heard.push(...bytes)
    const recognised = read(Uint8Array.from(heard))
    const quietAt = recognised === null ? deadline : Math.min(deadline, heardLast + settle)
    const left = quietAt - Date.now()
    if (left <= 0 || line.error || line.isEnded || heard.length > mostHeard) return recognised
    await line.wait(left)
  }
}
