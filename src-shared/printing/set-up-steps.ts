import type { EscposProfile, LabelProfile, PrinterProfile } from './printer-profile.ts'

/** Tests that a printer prints while it is set up; each ends in a question about what came out. */
export const printerTests = ['page', 'codePages', 'width', 'cut', 'calibrate', 'ruler', 'offset', 'darkness'] as const
export type PrinterTestKind = (typeof printerTests)[number]

/** What a printer of this language is tried with, in the order that later steps rest on (PR64). */
export function setUpSteps(profile: Pick<PrinterProfile, 'language'>): readonly PrinterTestKind[] {
  switch (profile.language) {
    case 'pdf':
      return ['page']
    case 'escpos':
      return ['page', 'width', 'codePages', 'cut']
    case 'zpl':
    case 'tspl':
    case 'epl':
      return ['calibrate', 'ruler', 'offset', 'darkness']
    case 'brother':
      return ['ruler', 'offset']
  }
}

/** Widths that receipt printers come in; the strip prints a line of each, and the longest that is whole is it. */
export const receiptWidths: readonly Pick<EscposProfile, 'columns' | 'dots'>[] = [
  { columns: 32, dots: 384 },
  { columns: 42, dots: 512 },
  { columns: 48, dots: 576 },
]

/** Where the cross of the offset label is meant to stand, in tenths of a millimetre from the left and upper edge. */
export const offsetCross = 100

/** The label printed too far to the right and down by so many tenths of a millimetre: kept as dots (P12). */
export function withOffset<Profile extends LabelProfile>(
  profile: Profile,
  tooFar: { readonly right: number; readonly down: number },
): Profile {
  const dots = (tenths: number) => Math.round((tenths * profile.dpi) / 254)
  const { x, y } = profile.offset
  return { ...profile, offset: { x: x - dots(tooFar.right), y: y - dots(tooFar.down) } }
}

/** Five to compare, around what is set now. Zebra counts from its own button, the others from nought to fifteen. */
export function darknessLevels(profile: LabelProfile): readonly number[] {
  if (profile.language === 'brother') return []
  if (profile.language !== 'zpl') return [4, 7, 9, 11, 14]
  // Near its ends all five stay within what the printer takes.
  const middle = Math.min(22, Math.max(-22, profile.darkness ?? 0))
  return [-8, -4, 0, 4, 8].map((step) => middle + step)
}
