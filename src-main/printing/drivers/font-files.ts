import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PrintFontFiles } from '../pdf/print-fonts.ts'

/** The fonts the product ships. They lie beside the program, however deep a build has put this file. */
export function readFontFiles(): PrintFontFiles {
  const folder = fontFolder(dirname(fileURLToPath(import.meta.url)))
  const file = (name: string): Uint8Array => readFileSync(join(folder, name))
  return {
    regular: file('noto-sans-regular.ttf'),
    bold: file('noto-sans-bold.ttf'),
    mono: file('jetbrains-mono-regular.ttf'),
  }
}

function fontFolder(from: string): string {
  const folder = join(from, 'resources', 'fonts')
  if (existsSync(folder)) return folder
  const above = dirname(from)
  if (above === from) throw new Error('the fonts of papers are not beside the program')
  return fontFolder(above)
}
