/**
 * SO12: what the Code 128 of a job ticket says: the order's number and the line's place on it, `26-A04831/2`. Short enough
 * for a scanner, readable for a person who has none. Line 0 or none stands for the whole order.
 */
export function jobTicketCode(number: string, line: number): string {
  return `${number}/${line}`
}

export function readJobTicketCode(code: string): { readonly number: string; readonly line: number | null } {
  const match = /^(.+)\/(\d{1,4})$/.exec(code.trim())
  if (match === null) return { number: code.trim(), line: null }
  const line = Number(match[2])
  return { number: match[1] ?? '', line: line === 0 ? null : line }
}
