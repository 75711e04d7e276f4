import { findingSubject } from '#main/tasks/index.ts'
import { partyEntity } from '#shared/parties/replication.ts'

export const partySubject = findingSubject({
  entity: partyEntity,
  grant: 'party.change',
  title: (party) => [party.code, party.name].filter(Boolean).join(' '),
})
