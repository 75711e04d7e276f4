import { defineCommand } from '#main/platform/bus/module.ts'
import { documentVersions } from '#main/platform/changes/changed-since.ts'
import { changedPaths } from '#shared/kernel/change/changed-paths.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { partiesContract } from '#shared/parties/contract.ts'
import { partyEntity } from '#shared/parties/replication.ts'
import { partyChanger } from '../party-changer.ts'

const rowFields: ReadonlySet<string> = new Set(['contacts', 'addresses'])

export const changeParty = defineCommand(partiesContract['party.change'], ({ db }) => {
  const change = partyChanger(db)
  const versions = documentVersions(db)
  return (input, context) => {
    const { id, seen, reason } = input
    const before = context.read(partyEntity, id)
    if (before === undefined) return refused('notFound.party', { id })
    const changed = change(before, id, input, context)
    if (!changed.ok) return changed
    const patch = changed.value
    const others = seen === undefined ? undefined : versions.since(id, seen)
    if (others !== undefined) {
      // PA11: what nobody else touched is merged; what others changed is shown, not overwritten.
      const both = changedPaths(rowFields, before, patch).filter((path) => others.paths.has(path))
      if (both.length > 0)
        return refused(
          'party.changedMeanwhile',
          { at: others.at, by: others.by },
          both.map((field) => ({ field, code: 'party.changedMeanwhile', params: { at: others.at, by: others.by } })),
        )
    }
    if (reason) context.because(reason)
    context.tx.set(partyEntity, id, patch)
    return accepted({ id, code: patch.code ?? before.code })
  }
})
