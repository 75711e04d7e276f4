/**
 * Chords as written in the key map: `Alt+N`, `Ctrl+Shift+P`, `F5`, `/`, or a sequence `G O`.
 * Matching goes by the printed letter where there is one and by the place on the board where Alt or a foreign
 * alphabet changes it.
 */
export interface Stroke {
  readonly key: string
  readonly ctrl: boolean
  readonly alt: boolean
  readonly shift: boolean
}

/** The part of a KeyboardEvent that matching needs. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
  readonly isAltGraph: boolean
}

const ALIASES: Readonly<Record<string, string>> = {
  Esc: 'Escape',
  Space: ' ',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
}

const CAPS: Readonly<Record<string, string>> = {
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
}

const ARIA: Readonly<Record<string, string>> = { Ctrl: 'Control', Esc: 'Escape' }

/** Caps whose word differs between languages; every other cap is what stands on the key. */
export const NAMED_CAPS: ReadonlySet<string> = new Set([
  'Ctrl',
  'Alt',
  'Shift',
  'Enter',
  'Esc',
  'Space',
  'Insert',
  'Delete',
  'Backspace',
  'Tab',
  'Home',
  'End',
  'PageUp',
  'PageDown',
])

// The browser's own: closing, full screen and page zoom stay with the person.
const TAKEN = ['Ctrl+W', 'F11', 'Ctrl++', 'Ctrl+-', 'Ctrl+0']

/** A chord nobody may use is a mistake of the programmer, so it throws. */
export function parseChord(chord: string): readonly Stroke[] {
  if (TAKEN.includes(chord)) throw new Error(`The key ${chord} belongs to the browser`)
  return chord.split(' ').map(parseStroke)
}

function parseStroke(text: string): Stroke {
  const parts = partsOf(text)
  const modifiers = parts.slice(0, -1)
  const last = parts.at(-1) ?? ''
  const ctrl = modifiers.includes('Ctrl')
  const alt = modifiers.includes('Alt')
  // Ctrl+Alt is AltGr, which writes the Polish and German letters.
  if (ctrl && alt) throw new Error(`The key ${text} is AltGr on many boards`)
  const key = ALIASES[last] ?? (last.length === 1 ? last.toLowerCase() : last)
  return { key, ctrl, alt, shift: modifiers.includes('Shift') }
}

function partsOf(text: string): readonly string[] {
  return text.endsWith('+') ? [...text.slice(0, -1).split('+').filter(Boolean), '+'] : text.split('+')
}

/** What is drawn on the caps, in order. */
export function capsOf(chord: string): readonly string[] {
  return chord.split(' ').flatMap((stroke) => partsOf(stroke).map((part) => CAPS[part] ?? part))
}

/** The chord in the notation of `aria-keyshortcuts`. */
export function ariaKeys(chord: string): string {
  return chord
    .split(' ')
    .map((stroke) =>
      partsOf(stroke)
        .map((part) => ARIA[part] ?? ALIASES[part] ?? part)
        .join('+')
        .replace(/ $/, 'Space'),
    )
    .join(' ')
}

const isLetter = (key: string) => /^[a-z]$/.test(key)
const isCharacter = (key: string) => key.length === 1 && key !== ' '

/** A single character without Ctrl or Alt: what a scanner or a typist also produces. */
export function isBareCharacter(stroke: Stroke): boolean {
  return isCharacter(stroke.key) && !stroke.ctrl && !stroke.alt
}

export function matches(stroke: Stroke, press: KeyPress): boolean {
  if (stroke.ctrl || stroke.alt) {
    if (press.isAltGraph) return false
    const isCtrl = press.ctrlKey || press.metaKey
    if (isCtrl !== stroke.ctrl || press.altKey !== stroke.alt || press.shiftKey !== stroke.shift) return false
    return isCharacter(stroke.key) ? characterOf(press) === stroke.key : press.key === stroke.key
  }
  if (press.metaKey || ((press.ctrlKey || press.altKey) && !press.isAltGraph)) return false
  // Signs such as `[` need Shift or AltGr on some boards, so only letters and named keys look at Shift.
  if (isCharacter(stroke.key) && !isLetter(stroke.key)) return press.key === stroke.key
  return press.key.toLowerCase() === stroke.key.toLowerCase() && press.shiftKey === stroke.shift
}

/** The letter or digit meant while a modifier is down; the place decides where the board prints something else. */
function characterOf(press: KeyPress): string {
  const key = press.key.toLowerCase()
  if (/^[a-z0-9]$/.test(key)) return key
  const place = /^(?:Key|Digit)([A-Z0-9])$/.exec(press.code)
  return place?.[1]?.toLowerCase() ?? key
}
