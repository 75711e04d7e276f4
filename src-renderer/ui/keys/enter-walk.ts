import type { KeyboardEvent } from 'react'

const stops = 'input:not([type="hidden"]):not([type="checkbox"]):not(:disabled), textarea'

/**
 * Enter goes to the next field, as in a row of a till (design, section 9). A row of choices is one stop: arrows walk
 * inside it. False: there was no next field, and the form decides what Enter means.
 */
export function focusNextStop(form: HTMLElement, from: EventTarget): boolean {
  const all = [...form.querySelectorAll<HTMLElement>(stops)].filter((each) => isStop(form, each))
  const here = all.findIndex((each) => each === from || isSameChoice(each, from))
  const next = all.slice(here + 1).find((each) => !isSameChoice(each, from))
  next?.focus()
  if (next instanceof HTMLInputElement && next.type !== 'radio') next.select()
  return next !== undefined
}

/** Whether Enter here means "go on": in a line of text or a row of choices, but not in a note, a button or an open list. */
export function goesOnWithEnter(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.shiftKey || event.metaKey) return false
  const { target } = event
  if (!(target instanceof HTMLInputElement)) return false
  // With a choice pointed at in an open list, Enter takes it.
  return target.getAttribute('aria-expanded') !== 'true' && !target.hasAttribute('aria-activedescendant')
}

/** Of a row of choices only the chosen one, or the first where none is. */
function isStop(form: HTMLElement, element: HTMLElement): boolean {
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.checked) return true
  const group = [...form.querySelectorAll<HTMLInputElement>(`input[type="radio"][name="${CSS.escape(element.name)}"]`)]
  return !group.some((each) => each.checked) && group[0] === element
}

function isSameChoice(element: EventTarget, other: EventTarget): boolean {
  return (
    element instanceof HTMLInputElement &&
    other instanceof HTMLInputElement &&
    element.type === 'radio' &&
    other.type === 'radio' &&
    element.name === other.name
  )
}
