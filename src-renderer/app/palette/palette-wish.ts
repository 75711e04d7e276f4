import { type PalettePrefix, palettePrefixes } from '#renderer/client/palette.ts'

/** What was typed: a prefix narrows to one kind of thing, the rest is searched for. */
export interface PaletteWish {
  readonly prefix: PalettePrefix | null
  readonly text: string
}

export function readWish(typed: string): PaletteWish {
  const prefix = palettePrefixes.find((each) => typed.startsWith(each)) ?? null
  return { prefix, text: (prefix === null ? typed : typed.slice(1)).trim() }
}
