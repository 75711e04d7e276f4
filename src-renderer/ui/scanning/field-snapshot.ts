/** What a field held before the first character of a burst, so that a scan can be taken out of it again. */
export interface FieldSnapshot {
  restore(): void
}

type TextControl = HTMLInputElement | HTMLTextAreaElement

export function snapshotField(target: EventTarget | null): FieldSnapshot | null {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return null
  if (target instanceof HTMLInputElement && !holdsText(target)) return null
  const { value, selectionStart, selectionEnd } = target
  return {
    restore() {
      if (target.value === value) return
      writeValue(target, value)
      if (selectionStart !== null) target.setSelectionRange(selectionStart, selectionEnd)
    },
  }
}

const TEXT_TYPES = new Set(['text', 'search', 'tel', 'url', 'email', 'password', 'number'])

function holdsText(input: HTMLInputElement): boolean {
  return TEXT_TYPES.has(input.type)
}

/** Past the setter React puts on the element, so that React sees the change and tells the component. */
function writeValue(target: TextControl, value: string): void {
  const prototype = target instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(target, value)
  target.dispatchEvent(new Event('input', { bubbles: true }))
}
