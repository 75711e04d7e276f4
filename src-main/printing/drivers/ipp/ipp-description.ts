import type { PrinterIdentity, PrinterStatus } from '#shared/printing/print-outcome.ts'
import { reasonIn } from '../printer-reasons.ts'
import type { IppReply } from './ipp-line.ts'
import { attributesOf, type IppValue, ippTag } from './ipp-message.ts'
import { numberOf, textOf, textsOf } from './ipp-requests.ts'

const [processing, stopped] = [4, 5]

/** What a printer says of itself and of what it can do. */
export interface IppDescription {
  readonly identity: PrinterIdentity
  readonly status: PrinterStatus
  readonly isAccepting: boolean
  readonly operations: readonly number[]
  /** `…-supported` by name; what a printer does not list it is not asked for. */
  readonly can: ReadonlyMap<string, readonly IppValue[]>
}

export function describedBy({ message, certificate }: IppReply): IppDescription {
  const can = attributesOf(message, ippTag.printer)
  const identity = { uuid: textOf(can.get('printer-uuid')), certificate }
  const accepting = can.get('printer-is-accepting-jobs')?.[0]
  return {
    identity,
    status: { ...statusOf(can), identity },
    isAccepting: accepting !== false,
    operations: (can.get('operations-supported') ?? []).filter((each) => typeof each === 'number'),
    can,
  }
}

/**
 * An idle printer that warns of an empty tray or toner prints all the same, from another one: only a hint. Whatever else
 * it names keeps it from printing, under any ending, since makes disagree about them (P9).
 */
function statusOf(can: IppDescription['can']): PrinterStatus {
  const words = textsOf(can.get('printer-state-reasons')).filter((word) => word !== 'none')
  const state = numberOf(can.get('printer-state'))
  const isIdle = state !== processing && state !== stopped
  const hints = words.filter((word) => isIdle && /^(?:media|toner|marker-supply)-empty-(?:warning|report)$/u.test(word))
  const reason = reasonIn(words.filter((word) => !hints.includes(word)).join(' '))
  const isPaperLow = /media-(?:low|empty)/u.test([...hints, ...words.filter((word) => /-low/u.test(word))].join(' '))
  const detail = [...words, textOf(can.get('printer-state-message'))].filter(Boolean).join(', ') || null
  const said = { isPaperLow, detail }
  if (reason !== null) return { ...said, state: 'blocked', reason }
  if (state === stopped) return { ...said, state: 'blocked', reason: 'printerError' }
  return { ...said, state: state === processing ? 'busy' : 'ready', reason: null }
}

/** P19: the printer that was set up here is the one that has its UUID, wherever it stands; one without a UUID is believed. */
export function isStranger(known: PrinterIdentity | null, now: PrinterIdentity): boolean {
  return known !== null && known.uuid !== null && now.uuid !== known.uuid
}
