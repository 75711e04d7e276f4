import type { ChangedFields, ChangeKind } from '#shared/kernel/change/change-record.ts'
import type { FoldableChange, FoldedDocument, Stamp } from '#shared/kernel/change/fold.ts'
import { isSettledBy, type People, personUntil } from '#shared/sync/authority.ts'
import type { StandingDocument } from '#shared/sync/judge.ts'
import type { WireChange } from '#shared/sync/wire.ts'
import type { ChangeOfStation, OrgTransaction } from './cloud-store.ts'
import { loggedChanges, type PushedChange } from './read-change.ts'

/** The people who wrote a push, as the log knew them then and knows them now (G1, G2). */
export class PeopleOfPush implements People {
  readonly #org
  readonly #standing
  readonly #histories
  readonly #changed = new Map<string, FoldedDocument>()
  readonly #written = new Map<string, FoldableChange[]>()
  #command = ''
  #isFounded: boolean
  #isFoundedBefore: boolean

  private constructor(
    org: string,
    standing: ReadonlyMap<string, StandingDocument>,
    histories: ReadonlyMap<string, readonly FoldableChange[]>,
  ) {
    this.#org = org
    this.#standing = standing
    this.#histories = histories
    this.#isFounded = standing.get(org)?.entity === 'company'
    this.#isFoundedBefore = this.#isFounded
  }

  /** Their histories are read only where somebody's rights have changed after something in this push was written. */
  static async of(
    tx: Pick<OrgTransaction, 'histories'>,
    org: string,
    standing: ReadonlyMap<string, StandingDocument>,
    pushed: readonly PushedChange[],
  ): Promise<PeopleOfPush> {
    const read = pushed.flatMap((each) => ('wire' in each ? [each.wire] : []))
    const wanted: string[] = []
    for (const actor of new Set(read.map((each) => each.actor))) {
      const person = standing.get(actor)
      if (person?.entity !== 'user') continue
      const isTouched = read.some((each) => each.doc === actor)
      const isSettled = read.every((each) => each.actor !== actor || isSettledBy(person.document, each.hlc))
      if (isTouched || !isSettled) wanted.push(actor)
    }
    const rows = wanted.length === 0 ? [] : await tx.histories(wanted)
    const histories = new Map([...rows].map(([actor, each]) => [actor, each.flatMap(foldable)]))
    return new PeopleOfPush(org, standing, histories)
  }

  /** A command's own first start founds the shop for what comes after it, not for itself. */
  begin(commandId: string): void {
    if (commandId === this.#command) return
    this.#command = commandId
    this.#isFoundedBefore = this.#isFounded
  }

  changed(
    { doc, entity, kind }: WireChange,
    document: FoldedDocument,
    written: { readonly fields: ChangedFields; readonly stamp: Stamp },
  ): void {
    if (doc === this.#org && entity === 'company') this.#isFounded = true
    if (entity !== 'user') return
    this.#changed.set(doc, document)
    this.#written.set(doc, [...(this.#written.get(doc) ?? []), { ...written, kind: kind as ChangeKind }])
  }

  get isFounded(): boolean {
    return this.#isFoundedBefore
  }

  now(actor: string): FoldedDocument | undefined {
    const standing = this.#standing.get(actor)
    return this.#changed.get(actor) ?? (standing?.entity === 'user' ? standing.document : undefined)
  }

  at(actor: string, stamp: Stamp): FoldedDocument | undefined {
    const now = this.now(actor)
    if (now === undefined || isSettledBy(now, stamp)) return now
    return personUntil([...(this.#histories.get(actor) ?? []), ...(this.#written.get(actor) ?? [])], stamp)
  }
}

function foldable(row: ChangeOfStation): readonly FoldableChange[] {
  return loggedChanges(row).map((each) => ({ ...each, kind: each.kind as ChangeKind }))
}
