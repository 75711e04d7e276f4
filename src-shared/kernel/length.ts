/** A length as an integer of tenths of a millimetre: A4 is 2100 x 2970. */
export type TenthsOfMillimetre = number

export interface Size {
  readonly width: TenthsOfMillimetre
  readonly height: TenthsOfMillimetre
}

export const lengthUnits = { mm: 10, cm: 100, m: 10_000, in: 254 } as const

export type LengthUnit = keyof typeof lengthUnits

/** Names of finished sizes, upright: ISO 216 A and B, ISO 269 C envelopes, DIN long and the European business card. */
export const namedSizes: Readonly<Record<string, Size>> = {
  A0: { width: 8410, height: 11_890 },
  A1: { width: 5940, height: 8410 },
  A2: { width: 4200, height: 5940 },
  A3: { width: 2970, height: 4200 },
  A4: { width: 2100, height: 2970 },
  A5: { width: 1480, height: 2100 },
  A6: { width: 1050, height: 1480 },
  A7: { width: 740, height: 1050 },
  A8: { width: 520, height: 740 },
  A9: { width: 370, height: 520 },
  A10: { width: 260, height: 370 },
  B0: { width: 10_000, height: 14_140 },
  B1: { width: 7070, height: 10_000 },
  B2: { width: 5000, height: 7070 },
  B3: { width: 3530, height: 5000 },
  B4: { width: 2500, height: 3530 },
  B5: { width: 1760, height: 2500 },
  B6: { width: 1250, height: 1760 },
  B7: { width: 880, height: 1250 },
  B8: { width: 620, height: 880 },
  C3: { width: 3240, height: 4580 },
  C4: { width: 2290, height: 3240 },
  C5: { width: 1620, height: 2290 },
  C6: { width: 1140, height: 1620 },
  C7: { width: 810, height: 1140 },
  SRA2: { width: 4500, height: 6400 },
  SRA3: { width: 3200, height: 4500 },
  SRA4: { width: 2250, height: 3200 },
  DL: { width: 990, height: 2100 },
}

/** The same sheet the other way round. */
export function turned(size: Size): Size {
  return { width: size.height, height: size.width }
}

/** The name of a size, whichever way round it lies, within half a millimetre; null when it has none. */
export function nameOfSize(size: Size): string | null {
  const upright = size.width > size.height ? turned(size) : size
  for (const [name, named] of Object.entries(namedSizes)) {
    if (Math.abs(named.width - upright.width) <= 5 && Math.abs(named.height - upright.height) <= 5) return name
  }
  return null
}
