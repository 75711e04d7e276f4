import type { KeyPress } from './chord.ts'
import type { PressContext } from './key-dispatcher.ts'

const TEXTLESS_INPUTS = new Set(['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'color', 'file', 'image'])

/** Whether a key pressed here would write text. */
export function takesText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !TEXTLESS_INPUTS.has(target.type)
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLElement && target.isContentEditable
}

export function contextOf(event: KeyboardEvent): PressContext {
  const target = event.target
  const isOnControl =
    target instanceof Element && target.closest('button, a[href], input, [role="button"], [role="menuitem"]') !== null
  return { isTyping: takesText(target), isOnControl, isRepeat: event.repeat, at: event.timeStamp }
}

export function pressOf(event: KeyboardEvent): KeyPress {
  const { key, code, ctrlKey, altKey, shiftKey, metaKey } = event
  return { key, code, ctrlKey, altKey, shiftKey, metaKey, isAltGraph: event.getModifierState('AltGraph') }
}
