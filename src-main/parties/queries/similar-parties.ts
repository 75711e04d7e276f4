import { defineQuery } from '#main/platform/bus/module.ts'
import { companyReader } from '#main/settings/index.ts'
import { readEmail } from '#shared/kernel/contact.ts'
import { accepted } from '#shared/kernel/result.ts'
import { likenesses, partiesContract } from '#shared/parties/contract.ts'
import { emailKeys, nameKeys, type PartyKey, phoneKeys, vatNumberKey } from '#shared/parties/party-keys.ts'
import { readPhoneText } from '#shared/parties/phone-number.ts'
import { checkVatNumber } from '#shared/settings/vat-number.ts'
import { asPartyRow, rowsById } from '../stored-rows.ts'

type Likeness = (typeof likenesses)[number]
const most = 5
/** Parties with one key in common; a shared e-mail domain may belong to hundreds. */
const widest = 50

export const alikeSql = 'select party_id id from party_keys where kind = ? and key = ? order by party_id limit ?'

export const similarParties = defineQuery(partiesContract['party.similar'], ({ db }) => {
  const company = companyReader(db)
  const alike = db.read<{ id: string }>(alikeSql)
  const rows = rowsById(db)
  return (input) => {
    const country = input.country || (company()?.country ?? null)
    const reasons = new Map<string, Likeness[]>()
    for (const { kind, key } of keysTyped(input, country)) {
      const likeness = likenesses.find((each) => each === kind)
      if (likeness === undefined) continue
      for (const { id } of alike.all(kind, key, widest))
        if (id !== input.exceptId) reasons.set(id, [...(reasons.get(id) ?? []), likeness])
    }
    const found = rows(reasons.keys()).map((row) => ({ row, because: inOrder(reasons.get(row.id) ?? []) }))
    // The strongest reason decides, then how many there are.
    found.sort(
      (a, b) =>
        strength(a.because) - strength(b.because) ||
        b.because.length - a.because.length ||
        (a.row.sort_name < b.row.sort_name ? -1 : 1),
    )
    return accepted(found.slice(0, most).map(({ row, because }) => ({ ...asPartyRow(row), because })))
  }
})

/** Half-typed fields are no keys yet: they are simply not compared. */
function keysTyped(
  typed: { readonly name: string; readonly email: string; readonly phone: string; readonly vatNumber: string },
  country: string | null,
): readonly PartyKey[] {
  const email = readEmail(typed.email)
  const phone = readPhoneText(typed.phone, country)
  const vat = typed.vatNumber.trim() === '' ? undefined : checkVatNumber(typed.vatNumber, country)
  return [
    ...(vat === undefined
      ? []
      : [{ kind: 'vatNumber', key: vatNumberKey(vat.ok ? vat.number : typed.vatNumber) } as const]),
    ...(email.ok ? emailKeys(email.email) : []),
    ...(phone.ok ? phoneKeys(phone.phone) : []),
    ...nameKeys(typed.name),
  ]
}

function inOrder(because: readonly Likeness[]): Likeness[] {
  return likenesses.filter((each) => because.includes(each))
}

function strength(because: readonly Likeness[]): number {
  return because[0] === undefined ? likenesses.length : likenesses.indexOf(because[0])
}
