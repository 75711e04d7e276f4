/**
 * Tells a scanner from a typist by speed. A hand scanner is a keyboard that types a whole code in a few hundredths of
 * a second; nobody types four characters each within 35 ms of the last. Until the fourth the characters may have
 * reached a field, so the reader asks for them to be taken back once it is sure.
 */
export interface ScannerKey {
  readonly key: string
  readonly code: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  readonly isRepeat: boolean
  /** Milliseconds, from the event itself. */
  readonly at: number
}

export type BurstAnswer =
  /** Not a scan as far as anyone can tell: the browser does with it what it likes. */
  | { readonly kind: 'pass' }
  /** A scan: the key must not reach the page. `isFirst` when what came before has to be taken back. */
  | { readonly kind: 'hold'; readonly isFirst: boolean }
  /** The code is whole. The key must not reach the page either. */
  | { readonly kind: 'scan'; readonly code: string }
  /** More characters than any code has; dropped whole. */
  | { readonly kind: 'overlong' }

export interface BurstReader {
  press(key: ScannerKey): BurstAnswer
  /** Called when no key came for a while: a scanner without end mark. */
  pause(now: number): BurstAnswer
  /** A burst has begun, however short; the moment to remember what the field held. */
  readonly length: number
}

interface BurstReaderOptions {
  /** Layouts that print symbols on the digit row (AZERTY): read by place on a US board instead. */
  readonly readsPlaces?: () => boolean
}

export const BURST_GAP_MS = 35
const SURE_AFTER = 4
const LONGEST = 4096
// Scanners that end with CR and LF send a second end mark.
const END_MARK_GAP_MS = 35
const GROUP_SEPARATOR = '\u001d'

export function createBurstReader(options: BurstReaderOptions = {}): BurstReader {
  const readsPlaces = options.readsPlaces ?? (() => false)
  let characters = ''
  let lastAt = Number.NEGATIVE_INFINITY
  let endedAt = Number.NEGATIVE_INFINITY

  const isSure = () => characters.length >= SURE_AFTER
  const isInBurst = (at: number) => characters !== '' && at - lastAt <= BURST_GAP_MS

  function end(at: number): BurstAnswer {
    const code = characters
    characters = ''
    endedAt = at
    return code.length > LONGEST ? { kind: 'overlong' } : { kind: 'scan', code }
  }

  function press(key: ScannerKey): BurstAnswer {
    if (key.isRepeat || isModifier(key.key)) return isSure() ? { kind: 'hold', isFirst: false } : { kind: 'pass' }
    const isEndMark = key.key === 'Enter' || key.key === 'Tab' || (key.ctrlKey && key.code === 'KeyJ')
    if (isEndMark && key.at - endedAt <= END_MARK_GAP_MS && characters === '') {
      endedAt = key.at
      return { kind: 'hold', isFirst: false }
    }
    if (!isInBurst(key.at)) characters = ''
    if (isEndMark) {
      if (isSure()) return end(key.at)
      characters = ''
      return { kind: 'pass' }
    }
    const character = characterOf(key, readsPlaces())
    if (character === null) {
      // A configuration code or a second board sending commands: nothing but characters means anything in a scan.
      if (isSure()) {
        lastAt = key.at
        return { kind: 'hold', isFirst: false }
      }
      characters = ''
      return { kind: 'pass' }
    }
    characters += character
    lastAt = key.at
    return isSure() ? { kind: 'hold', isFirst: characters.length === SURE_AFTER } : { kind: 'pass' }
  }

  function pause(now: number): BurstAnswer {
    if (!isSure() || now - lastAt <= BURST_GAP_MS) return { kind: 'pass' }
    return end(lastAt)
  }

  return {
    press,
    pause,
    get length() {
      return characters.length
    },
  }
}

function characterOf(key: ScannerKey, readsPlaces: boolean): string | null {
  if (key.ctrlKey && !key.altKey && key.code === 'BracketRight') return GROUP_SEPARATOR
  const isAltGraph = key.ctrlKey && key.altKey
  if ((key.ctrlKey || key.altKey || key.metaKey) && !isAltGraph) return null
  if (key.key.length !== 1) return null
  return readsPlaces ? (characterAtPlace(key.code, key.shiftKey) ?? key.key) : key.key
}

const PLACES: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  Slash: ['/', '?'],
  Period: ['.', '>'],
  Comma: [',', '<'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Backquote: ['`', '~'],
  Space: [' ', ' '],
}

const SHIFTED_DIGITS = ')!@#$%^&*('

/** The character a US board has at a place: what a scanner set to US means, whatever the computer is set to. */
function characterAtPlace(code: string, isShifted: boolean): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined) return isShifted ? letter : letter.toLowerCase()
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1]
  if (digit !== undefined) return isShifted ? (SHIFTED_DIGITS[Number(digit)] ?? digit) : digit
  return PLACES[code]?.[isShifted ? 1 : 0] ?? null
}

function isModifier(key: string): boolean {
  return key === 'Shift' || key === 'Control' || key === 'Alt' || key === 'AltGraph' || key === 'Meta'
}
