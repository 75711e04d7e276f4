import type { Services } from '#main/platform/bus/module.ts'
import { instantOf } from '#main/platform/clock/clock.ts'
import { companyReader } from '#main/settings/index.ts'
import { documentsCheckedForm } from '#shared/sync/contract.ts'
import { momentOfNextNight } from '#shared/sync/night.ts'
import type { CloudLink } from './cloud-link.ts'
import { LinkProblem } from './cloud-link.ts'
import { type Comparison, compareDocuments, type DocumentName } from './compare-documents.ts'

/** When the comparison is due, and what the last one came to. */
const dueFact = 'documents_check_due'
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
    this.#wait()
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    this.#cancel()
    await this.#running?.catch(() => undefined)
  }

  /** One at a time, whoever asks. Rejects with `LinkProblem` where the cloud cannot be reached. */
  now(): Promise<Comparison> {
    this.#running ??= this.#compare().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  #wait(): void {
    if (this.#isStopped) return
    this.#cancel = this.#ports.after(betweenLooks, () => {
      this.#look()
        .catch((error: unknown) => this.#ports.services.log.problem('sync.documentsCheckFailed', { error }))
        .finally(() => this.#wait())
    })
  }

  async #look(): Promise<void> {
    const due = this.#fact.get(dueFact)?.value ?? ''
    if (instantOf(this.#ports.services.clock) < due) return
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
    const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))
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
