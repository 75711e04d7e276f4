import type { Services } from '#main/platform/bus/module.ts'
import type { Viewer } from '#main/platform/bus/viewer.ts'
import { instantOf } from '#main/platform/clock/clock.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { type DrawerCause, type DrawerResult, isDrawerTooLate } from '#shared/printing/drawer.ts'
import { doubleClickMilliseconds } from '#shared/printing/print-job.ts'
import type { SendOutcome } from '#shared/printing/print-outcome.ts'
import type { EscposProfile, PrinterProfile } from '#shared/printing/printer-profile.ts'
import type { Devices } from './devices.ts'
import type { Printers } from './printers.ts'

/** One time the drawer was to open, as this station's own log has it. */
export interface DrawerPulse {
  readonly id: string
  readonly cause: DrawerCause
  readonly reason: string
  readonly documentId: string
  readonly printerId: string
  readonly printerName: string
  /** Null while nobody knows yet. */
  readonly result: DrawerResult | null
  readonly failure: string | null
  readonly at: string
  readonly by: string
  readonly byName: string
  readonly byRole: string
}

/** What of a later feature's posting opens the drawer by itself; the app says so, printing knows no payments. */
export interface DrawerOccasion {
  /** Entity it is a posting of. */
  readonly on: string
  /** The document it is about, where cash changed hands; null: the drawer stays shut. */
  readonly cashFor: (posting: Readonly<Record<string, unknown>>) => string | null
}

export type WantedPulse = Pick<DrawerPulse, 'cause' | 'reason' | 'documentId'>

export interface DrawerParts {
  readonly services: Pick<Services, 'clock' | 'newId' | 'local' | 'log' | 'runCommand'>
  readonly printers: Printers
  readonly devices: Devices
}

type WithDrawer = EscposProfile & { readonly drawer: NonNullable<EscposProfile['drawer']> }

const columns =
  'id, cause, reason, document_id as documentId, printer_id as printerId, printer_name as printerName, result, failure, at, by, by_name as byName, by_role as byRole'

/**
 * The cash drawer: an event of its own, never part of a paper, tried once and never again by itself (P11). What is about to
 * happen stands on the disk before the pulse leaves, what came of it is known on every station.
 */
export class Drawer {
  readonly #parts: DrawerParts
  readonly #underway = new Map<string, Promise<DrawerPulse | undefined>>()
  readonly #byId
  readonly #unrecorded
  readonly #twin
  readonly #insert
  readonly #settle
  readonly #recorded

  constructor(parts: DrawerParts) {
    const { local } = parts.services
    this.#parts = parts
    this.#byId = local.read<DrawerPulse>(`select ${columns} from drawer_pulses where id = ?`)
    this.#unrecorded = local.read<DrawerPulse>(`select ${columns} from drawer_pulses where is_recorded = 0 order by id`)
    this.#twin = local.read<DrawerPulse>(
      `select ${columns} from drawer_pulses where printer_id = ? and by = ? and cause = 'button' and at > ? order by at desc limit 1`,
    )
    this.#insert = local.write(
      `insert into drawer_pulses (id, cause, reason, document_id, printer_id, printer_name, result, failure, at, by, by_name, by_role, is_recorded)
       values (?, ?, ?, ?, ?, ?, null, null, ?, ?, ?, ?, 0)`,
    )
    this.#settle = local.write('update drawer_pulses set result = ?, failure = ? where id = ? and result is null')
    this.#recorded = local.write('update drawer_pulses set is_recorded = 1 where id = ?')
  }

  /** What the last run of the program left behind: whether the pulse left, nobody knows, and it is not sent again (P5). */
  start(): void {
    for (const { id, result } of this.#unrecorded.all())
      if (result === null) this.#settle.run('unknown', 'programEnded', id)
    void this.#recordAll()
  }

  /** The printer that a drawer hangs on. */
  printer(id?: string): Result<WithDrawer> {
    const { printers } = this.#parts
    if (id !== undefined) {
      const named = printers.byId(id)
      if (named === undefined) return refused('notFound.printer', { id })
      return hasDrawer(named) ? accepted(named) : refused('drawer.notAtPrinter', { printer: named.name })
    }
    const first = printers.all().find(hasDrawer)
    return first === undefined ? refused('drawer.none') : accepted(first)
  }

  byId(id: string): DrawerPulse | undefined {
    return this.#byId.get(id)
  }

  markRecorded(id: string): void {
    this.#recorded.run(id)
  }

  /** Writes down that it is to open; in a command, in its transaction. */
  want(pulse: WantedPulse, printer: WithDrawer, viewer: Viewer, now: string): string {
    const id = this.#parts.services.newId()
    const { cause, reason, documentId } = pulse
    const by = [viewer.userId ?? '', viewer.name, viewer.role]
    this.#insert.run(id, cause, reason, documentId, printer.id, printer.name, now, ...by)
    return id
  }

  /** A second press is the same press. */
  twinOf(printerId: string, viewer: Viewer, now: string): DrawerPulse | undefined {
    const since = new Date(Date.parse(now) - doubleClickMilliseconds).toISOString()
    return this.#twin.get(printerId, viewer.userId ?? '', since)
  }

  /** Looks after the transaction: one that was refused has left nothing to open. */
  nudge(id: string): void {
    setImmediate(() => void this.open(id))
  }

  /** Once: whoever asks again while it is on its way is told the same. */
  open(id: string): Promise<DrawerPulse | undefined> {
    const known = this.#underway.get(id)
    if (known !== undefined) return known
    const opening = this.#open(id).finally(() => this.#underway.delete(id))
    this.#underway.set(id, opening)
    return opening
  }

  async #open(id: string): Promise<DrawerPulse | undefined> {
    const { printers, devices, services } = this.#parts
    const wanted = this.#byId.get(id)
    if (wanted === undefined || wanted.result !== null) return wanted
    const printer = printers.byId(wanted.printerId)
    const [result, failure] =
      printer === undefined
        ? (['failed', 'printerGone'] as const)
        : await devices
            .inTurn(printer, async () => {
              if (isDrawerTooLate(wanted.at, instantOf(services.clock))) return ['failed', 'waitedTooLong'] as const
              return resultOf(await devices.printerOf(printer).openDrawer())
            })
            .catch((error: unknown) => {
              services.log.problem('drawer.failed', { pulse: id, error })
              return ['unknown', 'printerError'] as const
            })
    this.#settle.run(result, failure, id)
    await this.#recordAll()
    return this.#byId.get(id)
  }

  async #recordAll(): Promise<void> {
    const { services } = this.#parts
    for (const { id, result, by, byRole } of this.#unrecorded.all()) {
      if (result === null) continue
      const recorded = await services.runCommand('drawer.record', { id }, services.newId(), {
        userId: by,
        role: byRole,
      })
      if (!recorded.ok) services.log.problem('drawer.notRecorded', { pulse: id, code: recorded.refusal.code })
    }
  }
}

/** A pulse has no proof: taken by the printer is all that can be known. */
function resultOf({ state, reason }: SendOutcome): readonly [DrawerResult, string | null] {
  if (state === 'printed' || state === 'handed_over') return ['opened', null]
  return [state === 'unknown' ? 'unknown' : 'failed', reason]
}

function hasDrawer(profile: PrinterProfile): profile is WithDrawer {
  return profile.language === 'escpos' && profile.drawer !== null
}
