/**
 * Card numbers never stay in a note: a till that keeps them falls under rules nobody here wants to be under (reliability c 25).
 * What passes the check of card numbers keeps its last four digits.
 */
const cardLike = /(?<!\d)(?:\d[ -]?){12,18}\d(?!\d)/gu

export function withoutCardNumbers(text: string): { readonly text: string; readonly wasMasked: boolean } {
  let wasMasked = false
  const masked = text.replace(cardLike, (found) => {
    const digits = found.replace(/\D/gu, '')
    if (!passesLuhn(digits)) return found
    wasMasked = true
    return `•••• ${digits.slice(-4)}`
  })
  return { text: masked, wasMasked }
}

function passesLuhn(digits: string): boolean {
  let sum = 0
  for (const [index, digit] of [...digits].reverse().entries()) {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return digits.length >= 13 && sum % 10 === 0
}
