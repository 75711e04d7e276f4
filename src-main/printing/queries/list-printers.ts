import { defineQuery } from '#main/platform/bus/module.ts'
import { accepted } from '#shared/kernel/result.ts'
import { printingContract } from '#shared/printing/contract.ts'
import { printerProfileSchema } from '#shared/printing/printer-profile.ts'
import { formOf, type PrinterState } from '#shared/printing/printer-state.ts'

interface Row {
  readonly id: string
  readonly name: string
  readonly profile: string
  readonly position: number
  readonly state: PrinterState
  readonly reason: string | null
  readonly isPaperLow: number
  readonly stateAt: string | null
  readonly testedAt: string | null
  readonly canBeFound: number
}

export const listPrinters = defineQuery(printingContract['printer.list'], ({ db }) => {
  const all = db.read<Row>(
    `select id, name, profile, position, state, reason, is_paper_low as isPaperLow, state_at as stateAt,
       tested_at as testedAt, marks is not null as canBeFound from printers order by position, name, id`,
  )
  const open = db.read<{ printerId: string; waiting: number; asking: number }>(
    `select printer_id as printerId, sum(state in ('queued', 'sending')) as waiting,
       sum(state in ('unknown', 'failed_before_send')) as asking
     from print_jobs where state in ('queued', 'sending', 'unknown', 'failed_before_send') group by printer_id`,
  )
  return () => {
    const counts = new Map(open.all().map((row) => [row.printerId, row]))
    return accepted({
      printers: all.all().map((row) => {
        const profile = printerProfileSchema.parse(JSON.parse(row.profile))
        const { waiting = 0, asking = 0 } = counts.get(row.id) ?? {}
        const { transport } = profile
        const saysWho = transport.by === 'ipp' && (transport.identity?.uuid ?? null) !== null
        const [isPaperLow, canBeFound] = [row.isPaperLow === 1, row.canBeFound === 1 || saysWho]
        return { ...row, isPaperLow, canBeFound, profile, form: formOf(profile), waiting, asking }
      }),
    })
  }
})
