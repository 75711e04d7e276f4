import type { CommandContext } from '#main/platform/bus/module.ts'
import type { ReadableDb } from '#main/platform/database/handles.ts'
import type { DocumentNumber } from '#shared/kernel/change/entity.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { partyCodeKey } from '#shared/parties/party-name-key.ts'

export interface CodeHolder {
  readonly id: string
  readonly name: string
  readonly code: string
}
export interface PartyCode {
  readonly code: string
  readonly number: DocumentNumber | null
}

/** PA2: a code names one party on this station; two stations that typed the same one are told after they meet. */
export function partyCodes(db: ReadableDb) {
  const find = db.read<CodeHolder>(
    `select p.id, p.name, p.code from party_keys k join parties p on p.id = k.party_id where k.kind = 'code' and k.key = ? limit 1`,
  )
  const holderOf = (code: string, exceptId: string): CodeHolder | undefined => {
    const holder = find.get(partyCodeKey(code))
    return holder?.id === exceptId ? undefined : holder
  }
  return {
    /** A typed code, unless another party has it. */
    typed: (code: string, partyId: string): Result<string> => {
      const holder = holderOf(code, partyId)
      if (holder === undefined) return accepted(code)
      const params = { code: holder.code, name: holder.name, partyId: holder.id }
      return refused('party.codeTaken', params, [{ field: 'code', code: 'party.codeTaken', params }])
    },
    /** The next number of the series that nobody has typed as a code before. */
    next: (number: CommandContext['number']): DocumentNumber => {
      for (;;) {
        const next = number('customer')
        if (find.get(partyCodeKey(next.text)) === undefined) return next
      }
    },
  }
}
