/**
 * Rolls of QL label printers at 300 dpi. Printers tell a roll by its size and refuse any other than the one that was
 * announced; what lies left and right of the printable dots stays white. Lengths in millimetres, null: endless.
 */
export interface BrotherRoll {
  readonly width: number
  readonly length: number | null
  /** Printable dots across, and along for labels that are cut to size. */
  readonly across: number
  readonly along: number | null
  /** Dots of a head of 720 to the right of the printable ones. */
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
  '102',
  '103',
  '102x51',
  '102x152',
  '103x164',
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
  '102': endless(102, 1164, 12),
  // Sold as 103 mm; the printer itself says 104.
  '103': endless(104, 1200, 12),
  '102x51': cutToSize(102, 51, 1164, 526, 12),
  '102x152': cutToSize(102, 153, 1164, 1660, 12),
  '103x164': cutToSize(104, 164, 1200, 1822, 12),
}

/** Dots across the head: of most models, and of the wide ones (QL-1050, 1060, 1100, 1110). */
export const brotherHeads = [720, 1296] as const
export type BrotherHead = (typeof brotherHeads)[number]

/** A wide head begins so much further right of every roll. */
const wideBeside = 44

/** Dots of this head to the right of the roll's printable ones. */
export function besideRoll(name: BrotherRollName, head: BrotherHead): number {
  return brotherRolls[name].right + (head === 720 ? 0 : wideBeside)
}

/** Whether a printer with this head takes the roll at all (PR86). */
export function fitsHead(name: BrotherRollName, head: BrotherHead): boolean {
  return besideRoll(name, head) + brotherRolls[name].across <= head
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
