import {
  belgianCheckDigits,
  dutchCheckDigits,
  frenchCheckDigits,
  germanCheckDigits,
  polishCheckDigits,
} from './vat-check-digits.ts'

/**
 * How the VAT numbers of the European Union look after their prefix. In a form `9` is a digit, `L` a letter, `X` either,
 * `K` either but I and O, `S` either or + or *; any other character is itself.
 */
export interface VatNumberForm {
  /** ISO 3166-1; the prefix differs for Greece (EL). */
  readonly country: string
  readonly prefix: string
  readonly forms: readonly string[]
  /** A number that passes every check, for the sentence that shows what one looks like. */
  readonly example: string
  readonly hasCheckDigits: ((number: string) => boolean) | null
}

function form(country: string, forms: readonly string[], options: Partial<VatNumberForm> = {}): VatNumberForm {
  return { country, prefix: country, forms, example: exampleOf(forms[0] ?? ''), hasCheckDigits: null, ...options }
}

/** 12345... with letters where the form wants them. */
function exampleOf(text: string): string {
  return Array.from(text, (sign, at) => (/[9XKS]/.test(sign) ? String((at + 1) % 10) : sign === 'L' ? 'A' : sign)).join(
    '',
  )
}

export const vatNumberForms: readonly VatNumberForm[] = [
  form('NL', ['999999999B99'], { example: '123456782B90', hasCheckDigits: dutchCheckDigits }),
  form('BE', ['9999999999'], { example: '0123456749', hasCheckDigits: belgianCheckDigits }),
  form('FR', ['KK999999999'], { example: '11123456782', hasCheckDigits: frenchCheckDigits }),
  form('DE', ['999999999'], { example: '123456788', hasCheckDigits: germanCheckDigits }),
  form('PL', ['9999999999'], { example: '1234563218', hasCheckDigits: polishCheckDigits }),
  form('AT', ['U99999999']),
  form('BG', ['999999999', '9999999999']),
  form('CY', ['99999999L']),
  form('CZ', ['99999999', '999999999', '9999999999']),
  form('DK', ['99999999']),
  form('EE', ['999999999']),
  form('ES', ['X9999999X'], { example: 'B12345674' }),
  form('FI', ['99999999']),
  form('GR', ['999999999'], { prefix: 'EL' }),
  form('HR', ['99999999999']),
  form('HU', ['99999999']),
  form('IE', ['9S99999L', '9999999LL'], { example: '1234567FA' }),
  form('IT', ['99999999999']),
  form('LT', ['999999999', '999999999999']),
  form('LU', ['99999999']),
  form('LV', ['99999999999']),
  form('MT', ['99999999']),
  form('PT', ['999999999']),
  form(
    'RO',
    Array.from({ length: 9 }, (_, at) => '9'.repeat(10 - at)),
  ),
  form('SE', ['999999999999']),
  form('SI', ['99999999']),
  form('SK', ['9999999999']),
]

export function vatNumberFormOf(country: string): VatNumberForm | undefined {
  return vatNumberForms.find((each) => each.country === country)
}

/** By what stands in front of a number; GR is written by people who do not know that the prefix is EL. */
export function vatNumberFormByPrefix(prefix: string): VatNumberForm | undefined {
  return vatNumberForms.find((each) => each.prefix === prefix || each.country === prefix)
}

const signs: Readonly<Record<string, RegExp>> = {
  '9': /^[0-9]$/,
  L: /^[A-Z]$/,
  X: /^[0-9A-Z]$/,
  K: /^[0-9A-HJ-NP-Z]$/,
  S: /^[0-9A-Z+*]$/,
}

/** Where a number of the right length first leaves a form; null: it fits. */
export function firstMisfit(number: string, form: string): number | null {
  for (let at = 0; at < form.length; at += 1) {
    const sign = form.charAt(at)
    const character = number.charAt(at)
    if (!(signs[sign]?.test(character) ?? sign === character)) return at
  }
  return null
}
