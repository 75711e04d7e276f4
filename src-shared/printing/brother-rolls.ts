/**
 * Rolls of QL label printers with a head of 720 dots at 300 dpi. Printers tell a roll by its size and refuse any other
 * than the one that was announced; what lies left and right of the printable dots stays white. Lengths in millimetres,
 * null: endless.
 */
export interface BrotherRoll {
  readonly width: number
  readonly length: number | null
  /** Printable dots across, and along for labels that are cut to size. */
  readonly across: number
  readonly along: number | null
  /** Dots of the head to the right of the printable ones. */
  readonly right: number
}

export const brotherRollNames = [
  '62',
  '54',
  '50',
  '38',
  '29',
  '12',
  '62x100',
  '62x29',
  '52x29',
  '38x90',
  '29x90',
  '29x42',
  '17x87',
  '17x54',
] as const
export type BrotherRollName = (typeof brotherRollNames)[number]

const endless = (width: number, across: number, right: number): BrotherRoll => ({
  width,
  length: null,
  across,
  along: null,
  right,
})
const cutToSize = (width: number, length: number, across: number, along: number, right: number): BrotherRoll => ({
  width,
  length,
  across,
  along,
  right,
})

export const brotherRolls: Readonly<Record<BrotherRollName, BrotherRoll>> = {
  '62': endless(62, 696, 12),
  '54': endless(54, 590, 0),
  '50': endless(50, 554, 12),
  '38': endless(38, 413, 12),
  '29': endless(29, 306, 6),
  '12': endless(12, 106, 29),
  '62x100': cutToSize(62, 100, 696, 1109, 12),
  '62x29': cutToSize(62, 29, 696, 271, 12),
  '52x29': cutToSize(52, 29, 578, 271, 0),
  '38x90': cutToSize(38, 90, 413, 991, 12),
  '29x90': cutToSize(29, 90, 306, 991, 6),
  '29x42': cutToSize(29, 42, 306, 425, 6),
  '17x87': cutToSize(17, 87, 165, 956, 0),
  '17x54': cutToSize(17, 54, 165, 566, 0),
}

/** The label of a roll as it is read, in tenths of a millimetre; `length` counts where the roll itself says none. */
export function brotherLabelSize(
  name: BrotherRollName,
  length: number,
  rotation: 0 | 90 | 180 | 270,
): { readonly width: number; readonly height: number } {
  const roll = brotherRolls[name]
  const [across, along] = [roll.width * 10, roll.length === null ? length : roll.length * 10]
  return rotation === 90 || rotation === 270 ? { width: along, height: across } : { width: across, height: along }
}
