import { readFileSync } from 'node:fs'
import { type PrintFonts, parsePrintFonts } from '#main/printing/pdf/print-fonts.ts'

/** The fonts the product ships, parsed. */
export function shippedFonts(): PrintFonts {
  const file = (name: string) => readFileSync(new URL(`../../resources/fonts/${name}`, import.meta.url))
  return parsePrintFonts({
    regular: file('noto-sans-regular.ttf'),
    bold: file('noto-sans-bold.ttf'),
    mono: file('jetbrains-mono-regular.ttf'),
  })
}
