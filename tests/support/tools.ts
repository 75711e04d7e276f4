// Programs of this computer that some tests need. A computer without one skips those tests and `npm test` names it; where
// COUNTERPROOF_REQUIRE=all promises that everything is there, a missing one fails.
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = {
  // Without windows of its own first: a page there opens in a quarter of the time.
  chromium: ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  cups: ['cupsd'],
  ippeveprinter: ['ippeveprinter'],
  ipptool: ['ipptool'],
  pdftoppm: ['pdftoppm'],
  pdftotext: ['pdftotext'],
  qpdf: ['qpdf'],
  zbarimg: ['zbarimg'],
} as const satisfies Record<string, readonly string[]>

export type Tool = keyof typeof names

/** Administrators' programs are not on everybody's path. */
const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']

export function findTool(tool: Tool): string | undefined {
  return names[tool]
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK)
        return true
      } catch {
        return false
      }
    })
}

/** For `describe.skipIf(!hasTools('chromium'))`. */
export function hasTools(...wanted: readonly Tool[]): boolean {
  const missing = wanted.filter((each) => findTool(each) === undefined)
  if (missing.length > 0 && process.env.COUNTERPROOF_REQUIRE === 'all') {
    throw new Error(`COUNTERPROOF_REQUIRE=all, but this computer lacks ${missing.join(', ')}`)
  }
  return missing.length === 0
}
