/** Check digits of VAT numbers, each over the part after the country prefix, which already has the right form. */

function digitsOf(text: string): readonly number[] {
  return Array.from(text, Number)
}

function weightedSum(digits: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0)
}

/** Remainder of a number too long for arithmetic, digit by digit. */
function remainder(digits: string, modulus: number): number {
  let rest = 0
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % modulus
  return rest
}

function passesLuhn(digits: string): boolean {
  const sum = digitsOf(digits).reduceRight((total, digit, at) => {
    const doubled = (digits.length - 1 - at) % 2 === 1 ? digit * 2 : digit
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}

/** `999999999B99`: companies carry the old check over the citizen or company number, sole traders since 2020 the new one. */
export function dutchCheckDigits(number: string): boolean {
  const old = digitsOf(number.slice(0, 9))
  const unit = number.slice(10)
  if (unit === '00') return false
  const passesOld = weightedSum(old, [9, 8, 7, 6, 5, 4, 3, 2]) % 11 === old[8]
  // Letters count as A=10 ... Z=35, prefix NL included: ISO 7064 mod 97-10.
  const asDigits = Array.from(`NL${number}`, (character) => String(Number.parseInt(character, 36))).join('')
  return passesOld || remainder(asDigits, 97) === 1
}

export function belgianCheckDigits(number: string): boolean {
  return 97 - (Number(number.slice(0, 8)) % 97) === Number(number.slice(8))
}

const frenchKeyCharacters = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'

export function frenchCheckDigits(number: string): boolean {
  const siren = number.slice(2)
  // Numbers of Monaco begin with 000 and stand in no company register, so they have no check digit of their own.
  if (!siren.startsWith('000') && !passesLuhn(siren)) return false
  const key = number.slice(0, 2)
  if (/^\d\d$/.test(key)) return remainder(`${siren}12`, 97) === Number(key)
  const first = frenchKeyCharacters.indexOf(key.charAt(0))
  const second = frenchKeyCharacters.indexOf(key.charAt(1))
  const value = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100
  return (Number(siren) + 1 + Math.floor(value / 11)) % 11 === value % 11
}

/** ISO 7064 mod 11,10. */
export function germanCheckDigits(number: string): boolean {
  if (number.startsWith('0')) return false
  let product = 10
  for (const digit of digitsOf(number.slice(0, 8))) {
    const sum = (digit + product) % 10
    product = (2 * (sum === 0 ? 10 : sum)) % 11
  }
  return (11 - product) % 10 === Number(number.slice(8))
}

export function polishCheckDigits(number: string): boolean {
  const digits = digitsOf(number)
  // A remainder of 10 never equals a digit: such numbers are not given out.
  return weightedSum(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === digits[9]
}
