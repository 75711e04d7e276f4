import type { Printer, PrintPayload } from '#main/printing/drivers/printer-driver.ts'
import type { PrinterStatus, SendOutcome } from '#shared/printing/print-outcome.ts'
import type { PrinterProfile } from '#shared/printing/printer-profile.ts'

export interface ScriptedPrinters {
  /** What went to each printer, by its name, in order. */
  readonly sent: { readonly to: string; readonly payload: PrintPayload }[]
  readonly pulses: string[]
  /** What the next sends come to; without a plan they are printed. */
  readonly plan: Partial<SendOutcome>[]
  /** While true, a paper has left and nothing comes back. */
  isHanging: boolean
  /** Lets those that hang come to their end. */
  release(): void
  /** What happens in the world while a paper is printed. */
  meanwhile: () => void
  open(profile: PrinterProfile): Printer
  status: PrinterStatus
}

/** Printers that do what a test says, and call the journal as the real ones do. */
export function scriptedPrinters(): ScriptedPrinters {
  const sent: { to: string; payload: PrintPayload }[] = []
  const pulses: string[] = []
  const plan: Partial<SendOutcome>[] = []
  const hanging: (() => void)[] = []
  const outcome = (total: number, change: Partial<SendOutcome>): SendOutcome => ({
    state: 'printed',
    reason: null,
    bytesSent: change.state === 'failed_before_send' ? 0 : total,
    bytesTotal: total,
    firstByteAt: null,
    reference: null,
    detail: null,
    ...change,
  })
  const printers: ScriptedPrinters = {
    sent,
    pulses,
    plan,
    isHanging: false,
    meanwhile: () => undefined,
    release: () => {
      printers.isHanging = false
      for (const each of hanging.splice(0)) each()
    },
    status: { state: 'ready', reason: null, isPaperLow: false, detail: null },
    open: (profile) => ({
      profile,
      send: async (payload, beforeFirstByte) => {
        const next = plan.shift() ?? {}
        if (next.state !== 'failed_before_send') {
          beforeFirstByte?.()
          sent.push({ to: profile.name, payload })
          printers.meanwhile()
        }
        if (printers.isHanging) await new Promise<void>((resolve) => hanging.push(resolve))
        return outcome(payload.bytes.length, next)
      },
      openDrawer: async () => {
        const next = plan.shift() ?? { state: 'handed_over' as const }
        if (next.state !== 'failed_before_send') pulses.push(profile.name)
        if (printers.isHanging) await new Promise<void>((resolve) => hanging.push(resolve))
        return outcome(5, next)
      },
      command: async (bytes) => outcome(bytes.length, { state: 'handed_over' }),
      status: async () => printers.status,
      statusMeanwhile: async () => (profile.transport.by === 'tcp' ? null : printers.status),
    }),
  }
  return printers
}
