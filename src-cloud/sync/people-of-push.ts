import type { ChangedFields, ChangeKind } from '#shared/kernel/change/change-record.ts'
import { type FoldableChange, type FoldedDocument, type Stamp, stampOf } from '#shared/kernel/change/fold.ts'
import { isSettledBy, type People, personUntil } from '#shared/sync/authority.ts'
import type { StandingDocument } from '#shared/sync/judge.ts'
import type { WireChange } from '#shared/sync/wire.ts'
import type { KeptChange, OrgTransaction } from './cloud-store.ts'
import { type PushedChange, readChange } from './read-change.ts'

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
    tx: Pick<OrgTransaction, 'history'>,
    org: string,
    standing: ReadonlyMap<string, StandingDocument>,
    pushed: readonly PushedChange[],
  ): Promise<PeopleOfPush> {
    const read = pushed.flatMap((each) => ('wire' in each ? [each.wire] : []))
    const histories = new Map<string, readonly FoldableChange[]>()
    for (const actor of new Set(read.map((each) => each.actor))) {
      const person = standing.get(actor)
      if (person?.entity !== 'user') continue
      const isTouched = read.some((each) => each.doc === actor)
      const isSettled = read.every((each) => each.actor !== actor || isSettledBy(person.document, each.hlc))
      if (isTouched || !isSettled) histories.set(actor, (await tx.history(actor)).flatMap(foldable))
    }
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

function foldable(row: KeptChange & { readonly stationCode: string }): readonly FoldableChange[] {
  if (row.verdict !== 'accepted' && row.verdict !== 'flagged') return []
  const read = readChange(JSON.parse(row.raw))
  if (!('wire' in read) || read.fields === null) return []
  return [{ kind: read.wire.kind as ChangeKind, fields: read.fields, stamp: stampOf(row.hlcEff, row.stationCode) }]
}
