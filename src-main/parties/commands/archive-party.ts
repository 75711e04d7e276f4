import { type CommandContext, defineCommand } from '#main/platform/bus/module.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { partiesContract } from '#shared/parties/contract.ts'
import { partyEntity } from '#shared/parties/replication.ts'

interface Asked {
  readonly id: string
  readonly reason?: string | undefined
}

/** PA10: twice is once; nothing is deleted. */
function setArchived(input: Asked, { tx, read, because }: CommandContext, archived: boolean): Result<null> {
  const party = read(partyEntity, input.id)
  if (party === undefined) return refused('notFound.party', { id: input.id })
  if (party.kind === 'walk_in') return refused('party.walkInStays')
  if (input.reason) because(input.reason)
  tx.set(partyEntity, input.id, { archived })
  return accepted(null)
}

export const archiveParty = defineCommand(
  partiesContract['party.archive'],
  () => (input, context) => setArchived(input, context, true),
)

export const restoreParty = defineCommand(
  partiesContract['party.restore'],
  () => (input, context) => setArchived(input, context, false),
)
