/**
 * ISO 4217: how many decimals the minor unit of a currency has. Codes outside this table are not accepted at the boundary,
 * so that no amount is ever read with the wrong number of decimals.
 */
const withoutMinorUnit = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'
const withTwoDecimals =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE ' +
  'CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW ' +
  'KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK ' +
  'PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS ' +
  'UAH USD UYU UZS VED VES WST XCD YER ZAR ZMW ZWG'
const withThreeDecimals = 'BHD IQD JOD KWD LYD OMR TND'

const exponents: ReadonlyMap<string, number> = new Map([
  ...withoutMinorUnit.split(' ').map((code) => [code, 0] as const),
  ...withTwoDecimals.split(' ').map((code) => [code, 2] as const),
  ...withThreeDecimals.split(' ').map((code) => [code, 3] as const),
])

/** An ISO 4217 code; `isCurrency` says whether a text is one. */
export type Currency = string

export function isCurrency(code: string): code is Currency {
  return exponents.has(code)
}

/** 2 for EUR: the amount 1234 is 12.34. */
export function currencyExponent(currency: Currency): number {
  const exponent = exponents.get(currency)
  if (exponent === undefined) throw new RangeError(`unknown currency ${currency}`)
  return exponent
}
