import type { Services } from '#main/platform/bus/module.ts'
import { hashOfText } from '#main/platform/changes/document-check.ts'
import { instantOf } from '#main/platform/clock/clock.ts'
import { companyReader } from '#main/settings/index.ts'
import { documentsCheckedForm } from '#shared/sync/contract.ts'
import { momentOfNextNight } from '#shared/sync/night.ts'
import type { CloudLink } from './cloud-link.ts'
import { LinkProblem } from './cloud-link.ts'
import { type Comparison, compareDocuments, type DocumentName } from './compare-documents.ts'
import { layLogBeside } from './lay-log-beside.ts'
import { SlicePace } from './slice-pace.ts'

/** When the comparison is due, and what the last one came to. */
const dueFact = 'documents_check_due'
/** Of what difference the log was laid beside the cloud's for the last time: once is enough. */
const laidForFact = 'log_laid_for'
/** When rows of the log were last put right, and how many; for screens. */
export const logMendedFact = 'log_mended'
export const checkedFact = 'documents_checked'

/** Named to people and in the log of the program; more than these say nothing new. */
const mostNamed = 50
/** Between two looks whether it is night, or whether what was on its way has arrived. */
const betweenLooks = 5 * 60_000

export interface CheckPorts {
  readonly services: Services
  readonly link: CloudLink
  readonly random: () => number
  readonly after: (milliseconds: number, work: () => void) => () => void
}

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Once a night compares this station's documents with the cloud's (SPEC Y32); a station that was off does so after its start. */
export class DocumentChecks {
  readonly #ports
  readonly #fact
  readonly #keep
  readonly #company
  #cancel: () => void = () => {}
  #running: Promise<Comparison> | undefined
  #isStopped = false

  constructor(ports: CheckPorts) {
    this.#ports = ports
    const { db, local } = ports.services
    this.#fact = db.read<{ value: string }>('select value from station_facts where name = ?')
    this.#keep = local.write(
      'insert into station_facts (name, value) values (?, ?) on conflict do update set value = excluded.value',
    )
    this.#company = companyReader(db)
  }

  start(): void {
    if (this.#fact.get(dueFact) === undefined) this.#plan()
    this.#wait(this.#isLaying ? 0 : betweenLooks)
  }

  get #isLaying(): boolean {
    return this.#ports.services.replica.logMend.place() !== undefined
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    this.#cancel()
    await this.#running?.catch(() => undefined)
  }

  /** One at a time, whoever asks. Rejects with `LinkProblem` where the cloud cannot be reached. */
  now(): Promise<Comparison> {
    this.#running ??= this.#inTurn().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  /** What still differs may be the fault of the log here: then it is put right, and compared once more (SPEC Y35). */
  async #inTurn(): Promise<Comparison> {
    const { replica } = this.#ports.services
    if (this.#isLaying) await this.#layLog()
    const first = await this.#compare()
    if (first.is === 'later' || first.differing.length === 0 || !this.#isWorthLaying(first)) return first
    const { epoch } = replica.place()
    if (epoch === null) return first
    replica.logMend.begin(first.seq, epoch)
    return (await this.#layLog()) ? this.#compare() : first
  }

  #isWorthLaying({ differing }: Extract<Comparison, { readonly is: 'compared' }>): boolean {
    const of = hashOfText(JSON.stringify(differing))
    if (this.#fact.get(laidForFact)?.value === of) return false
    this.#keep.run(laidForFact, of)
    return true
  }

  /** True where rows were put right. */
  async #layLog(): Promise<boolean> {
    const { services, link } = this.#ports
    const { clock, log, replica } = services
    const laid = await layLogBeside({
      ...{ replica, link, now: () => instantOf(clock), breathe, pace: new SlicePace(() => clock.monotonic()) },
      changed: (docs) => services.announceReceived(replica.byEntity(docs)),
    })
    // The cloud was restored meanwhile: what differs after that is another matter.
    if (laid.is === 'later') this.#keep.run(laidForFact, '')
    if (laid.is === 'otherStory') log.problem('sync.otherStory', {})
    if (laid.is !== 'laid' || laid.mended === 0) return false
    log.problem('sync.logMended', { rows: laid.mended })
    this.#keep.run(logMendedFact, JSON.stringify({ at: instantOf(clock), rows: laid.mended }))
    return true
  }

  #wait(milliseconds = betweenLooks): void {
    if (this.#isStopped) return
    this.#cancel = this.#ports.after(milliseconds, () => {
      this.#look()
        .catch((error: unknown) => this.#ports.services.log.problem('sync.documentsCheckFailed', { error }))
        .finally(() => this.#wait())
    })
  }

  async #look(): Promise<void> {
    const due = this.#fact.get(dueFact)?.value ?? ''
    if (instantOf(this.#ports.services.clock) < due && !this.#isLaying) return
    try {
      await this.now()
    } catch (problem) {
      // Without a line to the cloud it stays due.
      if (!(problem instanceof LinkProblem)) throw problem
    }
  }

  #plan(): void {
    const zone = this.#company()?.timeZone ?? 'UTC'
    this.#keep.run(dueFact, momentOfNextNight(instantOf(this.#ports.services.clock), zone, this.#ports.random()))
  }

  async #compare(): Promise<Comparison> {
    const { services, link } = this.#ports
    const found = await compareDocuments({ replica: services.replica, link, breathe })
    if (found.is === 'later') return found
    const { seq, mended, differing } = found
    const kept = documentsCheckedForm.parse({
      at: instantOf(services.clock),
      seq,
      mended: mended.length,
      differing: differing.length,
      documents: differing.slice(0, mostNamed),
    })
    this.#keep.run(checkedFact, JSON.stringify(kept))
    if (differing.length === 0) this.#keep.run(laidForFact, '')
    this.#plan()
    if (mended.length > 0) {
      services.log.problem('sync.documentsMended', { seq, count: mended.length, documents: mended.slice(0, mostNamed) })
      services.announceReceived(byEntity(mended))
    }
    if (differing.length > 0)
      services.log.problem('sync.documentsDiffer', { seq, count: differing.length, documents: kept.documents })
    services.announceLocal('sync')
    return found
  }
}

function byEntity(documents: readonly DocumentName[]): Readonly<Record<string, readonly string[]>> {
  const ids: Record<string, string[]> = {}
  for (const { entity, doc } of documents) {
    ids[entity] ??= []
    ids[entity].push(doc)
  }
  return ids
}
