import type { Services } from '#main/platform/bus/module.ts'
import { type PrinterMarks, printerMarks } from '#shared/printing/found-printer.ts'
import type { PrinterStatus } from '#shared/printing/print-outcome.ts'
import { withBehind, withIdentity, withoutIdentity } from '#shared/printing/printer-identity.ts'
import { type PrinterProfile, printerProfileSchema } from '#shared/printing/printer-profile.ts'
import { type PrinterState, printerStateOf } from '#shared/printing/printer-state.ts'

export interface PrintRouteRow {
  readonly kind: string
  readonly printerId: string
  readonly copies: number
  readonly tray: string | null
  readonly fallbackPrinterId: string | null
}

/** Printers and routes of this station. */
export interface Printers {
  byId(id: string): PrinterProfile | undefined
  all(): PrinterProfile[]
  routeOf(kind: string): PrintRouteRow | undefined
  putRoute(route: PrintRouteRow): void
  /** Keeps what a printer said; true when that is news. */
  say(id: string, status: Pick<PrinterStatus, 'state' | 'reason' | 'isPaperLow'>, at: string): boolean
  /** Keeps who answered at a printer's address, or stands behind its queue, for the first time (P19); true when that is news. */
  learn(profile: PrinterProfile, said: Pick<PrinterStatus, 'identity' | 'behind'>): boolean
  /** Forgets it again: the next one that answers is the printer. */
  forgetIdentity(profile: PrinterProfile): void
  saw(id: string, state: PrinterState, reason: string | null, at: string): boolean
  /** What tells it apart from any other, wherever it stands; undefined: nobody knows yet. */
  marksOf(id: string): PrinterMarks | undefined
  putMarks(id: string, marks: PrinterMarks): void
  /** What they said before the program ended says nothing now. */
  forgetStates(): void
}

export function printers({ local }: Pick<Services, 'local'>): Printers {
  const byId = local.read<{ profile: string }>('select profile from printers where id = ?')
  const all = local.read<{ profile: string }>('select profile from printers order by position, name, id')
  const route = local.read<PrintRouteRow>(
    'select kind, printer_id as printerId, copies, tray, fallback_printer_id as fallbackPrinterId from print_routes where kind = ?',
  )
  const putRoute = local.write(
    `insert into print_routes (kind, printer_id, copies, tray, fallback_printer_id) values (?, ?, ?, ?, ?)
     on conflict do update set printer_id = excluded.printer_id, copies = excluded.copies, tray = excluded.tray,
       fallback_printer_id = excluded.fallback_printer_id`,
  )
  const say = local.write(
    `update printers set state = ?, reason = ?, is_paper_low = coalesce(?, is_paper_low), state_at = ?
     where id = ? and (state <> ? or reason is not ? or is_paper_low <> coalesce(?, is_paper_low))`,
  )
  const marks = local.read<{ marks: string | null }>('select marks from printers where id = ?')
  const putMarks = local.write('update printers set marks = ? where id = ?')
  const forget = local.write(
    `update printers set state = 'unknown', reason = null, is_paper_low = 0, state_at = null where state_at is not null`,
  )
  const keep = (id: string, state: PrinterState, reason: string | null, low: number | null, at: string): boolean =>
    say.run(state, reason, low, at, id, state, reason, low).changes > 0
  const keepProfile = local.write('update printers set profile = ? where id = ?')
  const profileOf = (row: { profile: string }): PrinterProfile => printerProfileSchema.parse(JSON.parse(row.profile))

  return {
    byId: (id) => {
      const row = byId.get(id)
      return row === undefined ? undefined : profileOf(row)
    },
    all: () => all.all().map(profileOf),
    routeOf: (kind) => route.get(kind),
    putRoute: ({ kind, printerId, copies, tray, fallbackPrinterId }) => {
      putRoute.run(kind, printerId, copies, tray, fallbackPrinterId)
    },
    say: (id, status, at) => keep(id, printerStateOf(status), status.reason, Number(status.isPaperLow), at),
    learn: (profile, { identity, behind }) => {
      const known = withIdentity(profile, identity) ?? withBehind(profile, behind)
      const row = byId.get(profile.id)
      if (known === null || row === undefined) return false
      // Somebody may have changed the printer while it was asked.
      if (JSON.stringify(profileOf(row)) !== JSON.stringify(profile)) return false
      return keepProfile.run(JSON.stringify(known), profile.id).changes > 0
    },
    forgetIdentity: (profile) => {
      keepProfile.run(JSON.stringify(withoutIdentity(profile)), profile.id)
    },
    saw: (id, state, reason, at) => keep(id, state, reason, null, at),
    marksOf: (id) => {
      const said = marks.get(id)?.marks ?? null
      return said === null ? undefined : printerMarks.parse(JSON.parse(said))
    },
    putMarks: (id, known) => {
      putMarks.run(JSON.stringify(known), id)
    },
    forgetStates: () => {
      forget.run()
    },
  }
}
