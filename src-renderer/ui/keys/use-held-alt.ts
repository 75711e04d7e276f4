import { useEffect } from 'react'

const HELD_AFTER_MS = 200

/** Marks the page while Alt is held, so that the stylesheet shows all key caps, or none when a person switched them off. */
export function useHeldAlt(showsCaps: boolean): void {
  useEffect(() => {
    const page = document.documentElement
    const rest = showsCaps ? 'on' : 'off'
    let timer: ReturnType<typeof setTimeout> | undefined
    const letGo = () => {
      clearTimeout(timer)
      page.dataset.keyCaps = rest
    }
    const onKeyDown = (event: KeyboardEvent) => {
      clearTimeout(timer)
      if (event.key !== 'Alt' || event.ctrlKey) return letGo()
      timer = setTimeout(() => {
        page.dataset.keyCaps = 'held'
      }, HELD_AFTER_MS)
    }
    letGo()
    window.addEventListener('keydown', onKeyDown)
    window.addEventListener('keyup', letGo)
    window.addEventListener('blur', letGo)
    return () => {
      letGo()
      window.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('keyup', letGo)
      window.removeEventListener('blur', letGo)
    }
  }, [showsCaps])
}
