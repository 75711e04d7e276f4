/** House pattern: two-digit year, station, counter; every series but the sales order has a letter in front (write-path Values). */
export const housePatterns: Readonly<Record<string, string>> = {
  sales_order: '{yy}-{station}{counter:5}',
  quotation: 'Q{yy}-{station}{counter:5}',
  invoice: 'I{yy}-{station}{counter:5}',
  credit_note: 'C{yy}-{station}{counter:5}',
  delivery: 'D{yy}-{station}{counter:5}',
  purchase_order: 'P{yy}-{station}{counter:5}',
  customer: 'K{station}{counter:4}',
}

/** Series whose counter runs on for ever: a customer's code does not begin anew in January. All others count by year. */
export const endlessSeries: ReadonlySet<string> = new Set(['customer'])

/** The year a number is counted in; 0 for a series that runs on. */
export function numberYear(series: string, businessDay: string): number {
  return endlessSeries.has(series) ? 0 : Number(businessDay.slice(0, 4))
}

const placeholder = /\{(yy|yyyy|station|counter(?::(\d))?)\}/g

/** Writes a number: `{yy}-{station}{counter:5}` with 4831 at station A in 2026 -> `26-A04831`. Long counters keep all digits. */
export function writeNumber(pattern: string, counter: number, stationCode: string, year: number): string {
  return pattern.replaceAll(placeholder, (_, name: string, width: string | undefined) => {
    if (name === 'yy') return String(year % 100).padStart(2, '0')
    if (name === 'yyyy') return String(year)
    if (name === 'station') return stationCode
    return String(counter).padStart(Number(width ?? '1'), '0')
  })
}

export type PatternProblem =
  | 'numberPattern.withoutCounter'
  | 'numberPattern.withoutStation'
  | 'numberPattern.withoutYear'
  | 'numberPattern.unknownPart'

/** A pattern must tell counter, station and year apart, or two stations would write the same number. */
export function checkPattern(pattern: string, countsByYear: boolean): PatternProblem | undefined {
  if (!/\{counter(:\d)?\}/.test(pattern)) return 'numberPattern.withoutCounter'
  if (!pattern.includes('{station}')) return 'numberPattern.withoutStation'
  if (countsByYear && !/\{yy(yy)?\}/.test(pattern)) return 'numberPattern.withoutYear'
  return /[{}]/.test(pattern.replaceAll(placeholder, '')) ? 'numberPattern.unknownPart' : undefined
}
