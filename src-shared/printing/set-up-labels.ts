import type { Language } from '../kernel/language.ts'
import type { LabelDocument, LabelPart } from './label-document.ts'
import type { LabelProfile } from './printer-profile.ts'
import { offsetCross } from './set-up-steps.ts'
import type { TestWords } from './test-paper.ts'

/** Labels that a person measures or compares while a label printer is set up. They go the way of every other label. */

const bar = (x: number, y: number, width: number, height: number): LabelPart => ({
  part: 'box',
  ...{ x, y, width, height },
  thickness: Math.min(width, height),
})
const words = (x: number, y: number, width: number, size: number, text: string, lines = 1): LabelPart => ({
  part: 'text',
  ...{ x, y, width, size, text, lines },
  shrinkTo: 50,
  tooLong: 'ellipsis',
})

function setUpLabel(
  profile: LabelProfile,
  language: Language,
  title: string,
  parts: readonly LabelPart[],
): LabelDocument {
  return { form: 'label', title, language, size: profile.label, parts }
}

/** A ruler along two edges: what is cut off or shifted is read off it in millimetres. */
export function rulerLabel(profile: LabelProfile, language: Language, say: TestWords): LabelDocument {
  const { width, height } = profile.label
  const frame: LabelPart = { part: 'box', x: 0, y: 0, width, height, thickness: 3 }
  const marks: LabelPart[] = [frame]
  for (let tenths = 10; tenths < Math.max(width, height); tenths += 10) {
    const long = tenths % 100 === 0
    const length = long ? 50 : tenths % 50 === 0 ? 35 : 20
    if (tenths < width) marks.push(bar(tenths, 0, 1, length))
    if (tenths < height) marks.push(bar(0, tenths, length, 1))
    if (!long) continue
    const number = String(tenths / 10)
    if (tenths + 30 < width) marks.push(words(tenths - 15, 55, 60, 25, number))
    if (tenths + 20 < height) marks.push(words(55, tenths - 12, 60, 25, number))
  }
  return setUpLabel(profile, language, say('setUp.ruler'), marks)
}

/** Two lines that ought to stand one centimetre from the left and the upper edge, or less on small labels. */
export function offsetLabel(profile: LabelProfile, language: Language, say: TestWords): LabelDocument {
  const { width, height } = profile.label
  const cross = crossOf(profile)
  const text = say('setUp.offset', { distance: String(cross / 10) })
  const room = { width: width - cross - 40, height: height - cross - 40 }
  return setUpLabel(profile, language, text, [
    bar(cross, cross, 3, room.height),
    bar(cross, cross, room.width, 3),
    words(cross + 25, cross + 25, room.width - 30, 35, text, 2),
  ])
}

/** A label has to be large enough for the lines to be measured to. */
export function crossOf({ label }: Pick<LabelProfile, 'label'>): number {
  return Math.min(label.width, label.height) >= 3 * offsetCross ? offsetCross : 50
}

/** Fine lines run together when it is too hot, and large surfaces turn grey when it is not hot enough. */
export function darknessLabel(
  profile: LabelProfile,
  number: number,
  language: Language,
  say: TestWords,
): LabelDocument {
  const width = Math.min(profile.label.width, 500) - 60
  return setUpLabel(profile, language, say('setUp.darkness'), [
    words(30, 30, 100, 80, String(number)),
    bar(140, 30, Math.max(20, width - 110), 80),
    { part: 'code128', x: 30, y: 125, width, height: 60, data: `DARK-${number}`, caption: null },
    words(30, 190, width, 20, 'ąćęłńóśźż € äöüß éèçœ'),
  ])
}
