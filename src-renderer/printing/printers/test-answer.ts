import type { InputFor, OutputFor } from '#shared/contract.ts'
import { codePageCandidates } from '#shared/printing/code-page-candidates.ts'

type Profile = OutputFor<'printer.list'>['printers'][number]['profile']
type Line = OutputFor<'printer.test'>['lines'][number]
type CodePages = Extract<Profile, { language: 'escpos' }>['codePages']

/** The line a person read right goes first; what the printer had stays behind it for the other characters (P10). */
export function withReadableLine(codePages: CodePages, line: CodePages[number]): CodePages {
  return [line, ...codePages.filter(({ page }) => page !== line.page)]
}

/** A receipt printer after its strip was read: a line, or none, and then every receipt goes as a picture. */
export function afterStrip(
  profile: Extract<Profile, { language: 'escpos' }>,
  line: Line | null,
): NonNullable<InputFor<'printer.change'>['profile']> {
  const { id: _, ...rest } = profile
  if (line === null) return { ...rest, pictureFor: 'receipt' }
  const known = rest.codePages.find(({ page }) => page === line.page)
  const chosen = known ?? candidateOf(line)
  return {
    ...rest,
    pictureFor: 'line',
    codePages: chosen === null ? rest.codePages : withReadableLine(rest.codePages, chosen),
  }
}

function candidateOf(line: Line): CodePages[number] | null {
  const found = codePageCandidates.find(({ page, encoding }) => page === line.page && encoding === line.encoding)
  return found ?? null
}
