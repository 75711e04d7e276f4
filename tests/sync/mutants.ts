/** A planted bug: what of which file is read as what instead, and what it stands for (sync.md 3.14). */
export interface Mutant {
  readonly name: string
  readonly file: string
  readonly from: string
  readonly to: string
}

export const mutants: readonly Mutant[] = [
  {
    name: 'a row of the log that is there is taken for sound',
    file: 'src-main/platform/changes/log-mend.ts',
    from: 'if (isSound && isAnswered(kept, row, detail)) return false',
    to: 'if (kept !== undefined) return false',
  },
  {
    name: 'a sound row gives way to what the cloud says',
    file: 'src-main/platform/changes/log-mend.ts',
    from: 'if (hashes === undefined || (isSound && !kept.hash.equals(hashes.hash)))',
    to: 'if (hashes === undefined)',
  },
  {
    name: 'a station that begins again forgets what it wrote',
    file: 'src-main/platform/changes/bootstrap.ts',
    from: 'const after = this.#refolder.unansweredOn(doc, entity, { values, stamps })',
    to: 'const after = { values, stamps }',
  },
  {
    name: 'what was answered while a station began again is not looked at',
    file: 'src-main/platform/changes/bootstrap.ts',
    from: 'born === 0 || late === 1',
    to: 'born === 0',
  },
  {
    name: 'a snapshot is placed without its first document',
    file: 'src-main/platform/changes/bootstrap.ts',
    from: 'for (const [name, doc, values, stamps] of slice) {',
    to: 'for (const [name, doc, values, stamps] of slice.slice(1)) {',
  },
  {
    name: 'what the log tells from before the snapshot is in no finding',
    file: 'src-main/platform/changes/bootstrap.ts',
    from: 'this.#store.findings.lookInto(doc, met === 1)',
    to: 'void met',
  },
  {
    name: 'a restored cloud leaves the documents of its snapshot standing',
    file: 'src-main/platform/changes/bootstrap.ts',
    from: 'if (this.#place !== undefined && since < this.keepsUntil())',
    to: 'if (this.#place !== undefined && since < 0)',
  },
  {
    name: 'the cursor is not kept with the rows',
    file: 'src-main/platform/changes/replica.ts',
    from: "this.#keepFact.run('sync_cursor', String(cursor))\n    this.#keepFact.run('sync_epoch', epoch)\n    const changed",
    to: 'const changed',
  },
  {
    name: 'acknowledged before the cloud has it',
    file: 'src-main/sync/sync-round.ts',
    from: 'const answer = await link.push(',
    to: "replica.acknowledge(last.sseq, replica.place().epoch ?? '')\n  const answer = await link.push(",
  },
  {
    name: 'received clocks are not followed',
    file: 'src-main/platform/changes/replica.ts',
    from: "if (highest !== '') this.#log.raiseClock(highest)",
    to: '',
  },
  {
    name: 'a refused change stays in its document',
    file: 'src-main/platform/changes/refold.ts',
    from: "if (row.verdict === 'refused') {",
    to: "if (row.verdict === ('never' as string)) {",
  },
  {
    name: 'own unanswered changes are folded below what others did',
    file: 'src-main/platform/changes/refold.ts',
    from: 'order by seq is null, seq, lsn',
    to: 'order by lsn desc',
  },
  {
    name: 'a clock that runs ahead wins for as long as it does',
    file: 'src-shared/sync/effective-clock.ts',
    from: 'if (hlcMilliseconds(own) <= nowMilliseconds + mostAheadMilliseconds) return own',
    to: 'return own',
  },
  {
    name: 'a clock that runs ahead is given the plain time of the cloud',
    file: 'src-shared/sync/effective-clock.ts',
    from: 'return nextHlc(highestAccepted > floor ? highestAccepted : floor, 0)',
    to: 'return floor',
  },
  {
    name: 'the sequence has holes',
    file: 'src-cloud/sync/ledger.ts',
    from: 'this.#seq += 1',
    to: 'this.#seq += 2',
  },
  {
    name: 'what came twice is taken twice',
    file: 'src-cloud/sync/push.ts',
    from: 'const known = read.filter((each) => sseqOf(each) <= station.lastSseq)',
    to: 'const known = read.slice(0, 0)',
  },
  {
    name: 'another story under a known counter is not noticed',
    file: 'src-cloud/sync/push.ts',
    from: 'kept[index]?.sseq !== sseqOf(each) || kept[index]?.hash !== hashOfRead(each)',
    to: 'kept[index]?.sseq !== sseqOf(each)',
  },
  {
    name: 'locked fields are not judged',
    file: 'src-shared/sync/judge.ts',
    from: "if (isLocked && !isMove && kind !== 'create')",
    to: "if (isLocked && kind === ('never' as string))",
  },
  {
    name: 'a group is refused in part',
    file: 'src-cloud/sync/ledger.ts',
    from: "if ('documents' in judged) {\n      this.#hlc = highest",
    to: "if (judged.verdict === 'refused') return\n    if ('documents' in judged) {\n      this.#hlc = highest",
  },
  {
    name: 'numbers of refused groups are forgotten by others',
    file: 'src-main/platform/changes/replica.ts',
    from: "if (row.verdict === 'refused') this.#keepRefusedNumbers(change)",
    to: '',
  },
  {
    name: 'what another station was refused is told nowhere',
    file: 'src-main/platform/changes/replica.ts',
    from: "if (row.verdict === 'refused' || change.kind === 'resolve') this.#store.findings.suspect(change.doc)",
    to: '',
  },
  {
    name: 'an important value overwritten unseen goes unnoticed',
    file: 'src-main/platform/changes/replica.ts',
    from: 'if (mayOverwriteUnseen(entity, standing, folded)) this.#store.findings.suspect(change.doc)',
    to: '',
  },
  {
    name: 'facts are not looked at once they are answered',
    file: 'src-main/platform/changes/replica.ts',
    from: 'this.#store.findings.look(own.entity, own.doc, () => this.#store.load(own.doc)?.values)',
    to: '',
  },
  {
    name: 'a restored cloud says where it is and not where it parted',
    file: 'src-cloud/sync/epochs.ts',
    from: 'return Math.min(...head.epochs.slice(heard + 1).map((each) => each.since))',
    to: 'return head.seq',
  },
  {
    name: 'nobody looks at who wrote it',
    file: 'src-shared/sync/judge.ts',
    from: 'if (!people.isFounded) return undefined',
    to: 'if (people !== undefined) return undefined',
  },
  {
    name: 'a station that folds anew drops what it does not know',
    file: 'src-main/platform/changes/refold.ts',
    from: 'fold.add({ entity: row.entity, kind: row.kind, fields, stamp })',
    to: "const some = Object.entries(fields).filter(([path]) => /^answers/.test(path) || (path.split('.')[0] ?? '') in known.fields)\n      fold.add({ entity: row.entity, kind: row.kind, fields: Object.fromEntries(some), stamp })",
  },
  {
    name: 'a station that was updated leaves in the log what it had kept there',
    file: 'src-main/platform/changes/fold-mark.ts',
    from: 'else if (kinds.length > 0 && !rebuild()) return []',
    to: '',
  },
  {
    name: 'a cloud that was updated does not fold what it had kept',
    file: 'src-cloud/sync/fold-anew.ts',
    from: 'return seq === 0 ? new Set<string>() : kindsFoldedOtherwise(own, foldedAs)',
    to: 'return seq === 0 ? new Set<string>() : kindsFoldedOtherwise(own, own)',
  },
  {
    name: 'a cloud that was updated judges by the documents of before',
    file: 'src-cloud/sync/fold-anew.ts',
    from: 'if (stale.size === 0) return standing',
    to: 'if (stale.size >= 0) return standing',
  },
  {
    name: 'the snapshot of another version is taken as one’s own',
    file: 'src-main/platform/changes/bootstrap.ts',
    from: 'if (place.mustRebuild || isOtherwise)',
    to: 'if (place.mustRebuild)',
  },
  {
    name: 'values without a place in the tables stop the feed',
    file: 'src-main/platform/changes/replica.ts',
    from: 'return this.#attempt(() => work(true))',
    to: 'throw problem',
  },
]
