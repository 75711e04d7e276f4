import type { PrinterStatus } from '#shared/printing/print-outcome.ts'
import type { PdfProfile } from '#shared/printing/printer-profile.ts'
import { describedBy, type IppDescription, isStranger } from './ipp-description.ts'
import { askIpp, type IppDocument, type IppFailure, type IppLimits, type IppReply, ippLimits } from './ipp-line.ts'
import type { IppMessage } from './ipp-message.ts'
import { type IppRequests, ippRequests, ippStatus, refusalIn } from './ipp-requests.ts'

export type IppTransport = Extract<PdfProfile['transport'], { by: 'ipp' }>

/** A printer that has answered: what it is, and how to go on asking it. */
export interface ReachedPrinter {
  readonly description: IppDescription
  readonly requests: IppRequests
  /** A reply that says yes; everything else is a failure, the printer's own refusal too. */
  ask(message: IppMessage, document?: IppDocument): Promise<IppReply | IppFailure>
}

const [newer, older] = [0x0200, 0x0101]

export async function reachPrinter(
  transport: IppTransport,
  limits: IppLimits = ippLimits,
): Promise<ReachedPrinter | IppFailure> {
  const target = { ...transport, certificate: transport.identity?.certificate ?? null }
  const ask: ReachedPrinter['ask'] = async (message, document) => {
    const reply = await askIpp(target, message, limits, document)
    return 'message' in reply ? (refusalIn(reply.message) ?? reply) : reply
  }
  for (const version of [newer, older]) {
    const requests = ippRequests(target, version)
    const reply = await ask(requests.printerAttributes())
    if ('message' in reply) return { description: describedBy(reply), requests, ask }
    if (reply.status !== ippStatus.versionNotSupported) return reply
  }
  return { reason: 'notUnderstood', detail: 'the printer speaks another version of the protocol' }
}

/** What the printer says of itself, for the icon beside its name. */
export async function statusOverIpp(transport: IppTransport, limits: IppLimits = ippLimits): Promise<PrinterStatus> {
  const printer = await reachPrinter(transport, limits)
  if ('reason' in printer) {
    const { reason, detail } = printer
    return { state: stateWithout(printer), reason, isPaperLow: false, detail }
  }
  const { status, identity } = printer.description
  if (isStranger(transport.identity, identity)) {
    return { state: 'blocked', reason: 'otherPrinter', isPaperLow: false, detail: identity.uuid }
  }
  return status
}

function stateWithout({ reason }: IppFailure): PrinterStatus['state'] {
  if (reason === 'busy') return 'busy'
  return reason === 'notAllowed' || reason === 'otherPrinter' || reason === 'notUnderstood' ? 'blocked' : 'unreachable'
}
