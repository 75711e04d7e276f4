/**
 * Numbers of payment cards never stay in a text (reliability c 25): whoever keeps them falls under rules no print shop wants
 * to be under. What has the beginning, the length and the check digit of a card keeps its last four digits; article numbers,
 * phone numbers, bank accounts and ids are not taken for one.
 */
import type { TextRules } from './text.ts'
import { textField } from './text.ts'

const digitRuns = /[\p{L}\d]*\d(?:[ \u00A0\u202F.-]?\d)+/gu
const bankAccount = /^[A-Z]{2}\d{2}(?!\d{12,}$)/u
const cards: readonly RegExp[] = [
  /^4\d{15}(?:\d{3})?$/u, // Visa
  /^(?:5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12})$/u, // Mastercard
  /^3[47]\d{13}$/u, // American Express
  /^(?:30[0-5]|3[689]\d)\d{11}$/u, // Diners Club
  /^(?:50\d\d|5[6-8]\d\d|6\d{3})\d{12}(?:\d{2,3})?$/u, // Maestro, Discover, UnionPay
  /^35\d{14}$/u, // JCB
]

/** The text with every card number masked but for its last four digits, and whether there was one. */
export function withoutCardNumbers(text: string): { readonly text: string; readonly wasMasked: boolean } {
  let wasMasked = false
  const masked = text.replace(digitRuns, (run) => {
    if (bankAccount.test(run)) return run
    return maskedRun(run, () => {
      wasMasked = true
    })
  })
  return { text: masked, wasMasked }
}

/** A text of a contract in which people may type anything: a card number is masked before anything else sees it. */
export function noteField(rules: TextRules) {
  return textField(rules).transform((text) => withoutCardNumbers(text).text)
}

// A card may stand between other numbers ("0612345678 4111 1111 ..."), so it may begin and end at any group of digits.
function maskedRun(run: string, found: () => void): string {
  const groups = [...run.matchAll(/\d+/gu)].map((group) => ({
    digits: group[0],
    start: group.index,
    end: group.index + group[0].length,
  }))
  for (const [first, { start }] of groups.entries()) {
    let digits = ''
    for (const group of groups.slice(first)) {
      digits += group.digits
      if (digits.length > 19) break
      if (!isCardNumber(digits)) continue
      found()
      return `${run.slice(0, start)}•••• ${digits.slice(-4)}${maskedRun(run.slice(group.end), found)}`
    }
  }
  return run
}

export function isCardNumber(digits: string): boolean {
  return cards.some((card) => card.test(digits)) && passesLuhn(digits)
}

function passesLuhn(digits: string): boolean {
  let sum = 0
  for (const [index, digit] of [...digits].reverse().entries()) {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
