import type { ScanPattern } from '#renderer/client/index.ts'
import { partyCodeKey } from '#shared/parties/party-name-key.ts'

/** A customer card or the code on a letter: leads to the party whose code it is, never to one that merely contains it. */
export const partyCodePattern: ScanPattern = {
  id: 'party.code',
  matches: (code) => code.length <= 30 && /^[\p{L}\p{N}][\p{L}\p{N} ./_-]*$/u.test(code),
  find: async (code, { ask, session }) => {
    if (!session.may('party.see')) return null
    const { rows } = await ask.query('party.find', { text: code, withArchived: true, limit: 5 })
    const named = rows.find((row) => row.code !== '' && partyCodeKey(row.code) === partyCodeKey(code))
    return named === undefined ? null : { to: `/parties/${named.id}` }
  },
}
