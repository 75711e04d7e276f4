export interface Sheet {
  /** As the standard of office printers calls it. */
  readonly name: string
  /** Hundredths of a millimetre. */
  readonly width: number
  readonly height: number
}

/** Sheets by the short names of printer profiles. */
export const sheets: Readonly<Record<string, Sheet>> = {
  A3: { name: 'iso_a3_297x420mm', width: 29_700, height: 42_000 },
  A4: { name: 'iso_a4_210x297mm', width: 21_000, height: 29_700 },
  A5: { name: 'iso_a5_148x210mm', width: 14_800, height: 21_000 },
  A6: { name: 'iso_a6_105x148mm', width: 10_500, height: 14_800 },
  Letter: { name: 'na_letter_8.5x11in', width: 21_590, height: 27_940 },
  Legal: { name: 'na_legal_8.5x14in', width: 21_590, height: 35_560 },
}
