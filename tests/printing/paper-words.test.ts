import { expect, it } from 'vitest'
import { type Language, languages } from '#shared/kernel/language.ts'
import { labelPrinter, receiptPrinter } from '#tests/support/printer-profiles.ts'
import {
  goldenPages,
  goldenProductLabels,
  goldenReceipts,
  goldenShippingLabel,
  goldenTestLabel,
} from './golden-papers.ts'

/** Everything that all papers ask to say in a language. */
function saidIn(language: Language): ReadonlyMap<string, string> {
  const papers = [
    ...goldenPages(language),
    ...goldenReceipts(language, receiptPrinter()),
    ...goldenProductLabels(language, labelPrinter().label),
    goldenShippingLabel(language),
    goldenTestLabel(language, labelPrinter()),
  ]
  return new Map(papers.flatMap(({ heard }) => [...heard.said]))
}

/** Words that the language writes as English does: IBAN, Printer, Order, Date, Total, Name, Administrator. */
const same: Readonly<Record<Exclude<Language, 'en'>, readonly string[]>> = {
  nl: ['printing:letterhead.bank', 'printing:test.printer', 'fulfilment:paper.shippingLabel.order'],
  fr: ['sales-orders:paper.order.date', 'printing:letterhead.bank', 'payments:paper.orderReceipt.total'],
  de: ['printing:letterhead.bank', 'users:recoverySheet.person'],
  pl: ['printing:letterhead.bank', 'users:recoverySheet.person'],
}

it.each(languages.filter((each) => each !== 'en'))(
  '[PR81] no words of a paper are left in English in %s',
  (language) => {
    const english = saidIn('en')
    const said = saidIn(language)
    expect([...said.keys()].sort()).toEqual([...english.keys()].sort())
    const left = [...said]
      .filter(([key, text]) => text === english.get(key) && /\p{L}{3}/u.test(text))
      .map(([key]) => key)
    expect(left).toEqual(same[language])
  },
)
