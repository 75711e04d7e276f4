import type { ReadableDb } from '#main/platform/database/handles.ts'
import { type TextSearch, textSearch } from '#main/platform/database/text-search.ts'
import { companyReader } from '#main/settings/index.ts'
import { phoneFragments } from '#shared/parties/phone-number.ts'

/** Parties by a fragment of name, code, contact, e-mail, city or phone: for the lists of other features. */
export function textSearchOfParties(db: ReadableDb): TextSearch {
  const search = textSearch(db, 'party')
  const company = companyReader(db)
  return {
    find: (fragment, limit) => {
      const phones = phoneFragments(fragment, company()?.country ?? null).flatMap((digits) =>
        search.find(digits, limit),
      )
      return [...new Set([...phones, ...search.find(fragment, limit)])].slice(0, limit)
    },
  }
}
