import { roundHalfUp, scaleRounded, toSafeInteger } from './rounding.ts'

/** A quantity as an integer of thousandths: 500 pieces are 500 000. */
export type Thousandths = number

export const thousandthsPerUnit = 1000

/** UN/ECE Recommendation 20 codes the trade uses (X..: packages of Recommendation 21), with the decimals people may type. */
export const unitDecimals = {
  /** one (piece) */
  C62: 0,
  /** set */
  SET: 0,
  /** pair */
  PR: 0,
  /** hundred */
  CEN: 3,
  /** thousand */
  MIL: 3,
  /** sheet */
  ST: 0,
  /** leaf */
  LEF: 0,
  /** ream */
  RM: 3,
  /** roll */
  XRO: 0,
  /** box */
  XBX: 0,
  /** packet */
  XPK: 0,
  /** pallet */
  XPX: 0,
  /** millimetre */
  MMT: 1,
  /** centimetre */
  CMT: 2,
  /** metre */
  MTR: 3,
  /** kilometre */
  KMT: 3,
  /** square metre */
  MTK: 3,
  /** gram */
  GRM: 3,
  /** kilogram */
  KGM: 3,
  /** millilitre */
  MLT: 3,
  /** litre */
  LTR: 3,
  /** minute */
  MIN: 0,
  /** hour */
  HUR: 3,
  /** day */
  DAY: 3,
  /** month */
  MON: 3,
  /** year */
  ANN: 3,
  /** lump sum */
  LS: 0,
  /** service unit */
  E48: 3,
} as const satisfies Readonly<Record<string, 0 | 1 | 2 | 3>>

export type UnitCode = keyof typeof unitDecimals

export const unitCodes = Object.keys(unitDecimals) as readonly UnitCode[]

export function isUnitCode(code: string): code is UnitCode {
  return Object.hasOwn(unitDecimals, code)
}

export interface Quantity {
  readonly thousandths: Thousandths
  readonly unit: UnitCode
}

export function wholeQuantity(count: number): Thousandths {
  const thousandths = count * thousandthsPerUnit
  if (!Number.isSafeInteger(count) || !Number.isSafeInteger(thousandths))
    throw new RangeError(`${count} is not a whole quantity`)
  return thousandths
}

/** Whole packs needed for a quantity; the last one may be part-filled. */
export function packsFor(quantity: Thousandths, perPack: Thousandths): number {
  if (perPack <= 0) throw new RangeError('a pack holds more than nothing')
  return Math.ceil(quantity / perPack)
}

/** Two quantities multiplied (2 sets of 500; 3.5 m of 1.2 kg per metre), rounded once to a thousandth. */
export function multiplyQuantities(a: Thousandths, b: Thousandths): Thousandths {
  return scaleRounded(a, b, thousandthsPerUnit)
}

/** A rectangle's area in thousandths of a square metre, from sides in tenths of a millimetre. */
export function areaOf(width: number, height: number): Thousandths {
  return toSafeInteger(roundHalfUp(BigInt(width) * BigInt(height), 100_000n))
}
