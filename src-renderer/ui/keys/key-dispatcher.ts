import { isBareCharacter, type KeyPress, matches, parseChord, type Stroke } from './chord.ts'

/** Where a key holds. The nearer wins: a dialog over a list, a list over its page, a page over the whole program. */
export type KeyScope = 'global' | 'page' | 'list' | 'dialog'

export interface KeyBinding {
  /** `Alt+N`, `Ctrl+Enter`, `F5`, `X`, `/`, or a sequence `G O`. Never Ctrl+Alt. */
  keys: string
  /** Translated; listed by the `?` help. */
  label: string
  run: () => void
  scope?: KeyScope
  /** Names the binding for a person's own key; the chord itself when absent. */
  id?: string
  /** False switches it off without taking it away (`?` then leaves it out). */
  isActive?: boolean | (() => boolean)
  /** Leaves the key to the field while somebody types there, as Ctrl+Z must be. */
  yieldsToTyping?: boolean
  /** Keeps a synonym out of the help. */
  isUnlisted?: boolean
}

export interface PressContext {
  /** The focus is in something that takes text. */
  readonly isTyping: boolean
  /** The focus is on something that Enter or Space would press. */
  readonly isOnControl: boolean
  readonly isRepeat: boolean
  /** The moment of the press in milliseconds, from the event itself: a busy page delivers late but stamps truly. */
  readonly at: number
}

export interface KeyDispatcherOptions {
  /** Bindings in force now, nearest first. */
  readonly bindings: () => readonly KeyBinding[]
  /** Single characters may be switched off by a person (WCAG 2.1.4). */
  readonly hasSingleKeys: () => boolean
  readonly schedule: (run: () => void, ms: number) => () => void
}

export interface KeyDispatcher {
  /** True when the press was taken and the browser must not act on it. */
  press(press: KeyPress, context: PressContext): boolean
  reset(): void
}

// Characters of a scanner follow each other faster than this; a single letter is obeyed only when nothing followed.
const SCANNER_GAP_MS = 40
const SEQUENCE_MS = 1000

const SCOPE_RANK: Record<KeyScope, number> = { dialog: 3, list: 2, page: 1, global: 0 }

/** Nearest first; within a scope the latest registered first. */
export function byNearness(bindings: readonly KeyBinding[]): readonly KeyBinding[] {
  return bindings
    .map((binding, index) => ({ binding, index }))
    .sort((a, b) => rank(b.binding) - rank(a.binding) || b.index - a.index)
    .map((entry) => entry.binding)
}

function rank(binding: KeyBinding): number {
  return SCOPE_RANK[binding.scope ?? 'page']
}

export function createKeyDispatcher(options: KeyDispatcherOptions): KeyDispatcher {
  let begun: readonly Stroke[] = []
  let cancelSequence = () => {}
  let cancelWaiting = () => {}
  let lastCharacterAt = Number.NEGATIVE_INFINITY

  function reset(): void {
    cancelSequence()
    begun = []
  }

  function press(key: KeyPress, context: PressContext): boolean {
    if (isWritten(key) && !context.isRepeat) {
      const isBurst = context.at - lastCharacterAt < SCANNER_GAP_MS
      lastCharacterAt = context.at
      if (isBurst) {
        // Both characters belong to a scan; neither is a command.
        cancelWaiting()
        reset()
        return false
      }
    }
    const found = find(key, context)
    if (found === null) {
      if (begun.length > 0 && !isModifier(key.key)) reset()
      return false
    }
    const { binding, strokes } = found
    const stroke = strokes[begun.length]
    if (strokes.length > begun.length + 1) {
      begin(strokes.slice(0, begun.length + 1))
      return true
    }
    reset()
    if (stroke !== undefined && isBareCharacter(stroke) && !context.isRepeat) obeyWhenAlone(binding)
    else binding.run()
    return true
  }

  function find(key: KeyPress, context: PressContext) {
    for (const binding of options.bindings()) {
      if (!isInForce(binding) || (binding.yieldsToTyping && context.isTyping)) continue
      const strokes = parseChord(binding.keys)
      const stroke = strokes[begun.length]
      if (stroke === undefined || !continues(strokes) || !matches(stroke, key)) continue
      if (isAllowed(stroke, context)) return { binding, strokes }
    }
    return null
  }

  function continues(strokes: readonly Stroke[]): boolean {
    return begun.every((stroke, index) => strokes[index]?.key === stroke.key)
  }

  function isAllowed(stroke: Stroke, context: PressContext): boolean {
    if (stroke.ctrl || stroke.alt || /^F\d+$/.test(stroke.key)) return true
    if (isBareCharacter(stroke)) return options.hasSingleKeys() && !context.isTyping
    if (stroke.key === 'Escape' || stroke.key === 'Insert') return true
    if (stroke.key === 'Enter' || stroke.key === ' ') return !context.isTyping && !context.isOnControl
    return !context.isTyping
  }

  function begin(strokes: readonly Stroke[]): void {
    cancelSequence()
    begun = strokes
    cancelSequence = options.schedule(() => {
      begun = []
    }, SEQUENCE_MS)
  }

  function obeyWhenAlone(binding: KeyBinding): void {
    cancelWaiting = options.schedule(binding.run, SCANNER_GAP_MS)
  }

  return { press, reset }
}

/** Asked at the moment of the press, so that a list can answer by where the focus is. */
export function isInForce(binding: KeyBinding): boolean {
  return typeof binding.isActive === 'function' ? binding.isActive() : binding.isActive !== false
}

/** A press that would write a character; a chord with Ctrl or Alt is not one. */
function isWritten(key: KeyPress): boolean {
  return key.key.length === 1 && (key.isAltGraph || !(key.ctrlKey || key.altKey || key.metaKey))
}

function isModifier(key: string): boolean {
  return key === 'Shift' || key === 'Control' || key === 'Alt' || key === 'AltGraph' || key === 'Meta'
}
