import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../buttons/button.tsx'
import { useKeys } from '../keys/use-keys.tsx'
import { Glyph } from '../status/glyph.tsx'
import styles from './toast.module.css'

export interface ToastNote {
  /** What happened, whole: "26-04817 is on hold". Never an error. */
  message: string
  /** Offered as "Take back", also on Ctrl+Z while the toast stands. */
  takeBack?: () => void
  /** Offered as "Show": opens the place where it happened. */
  show?: () => void
}

const STAYS_MS = 6000

const ToastContext = createContext<((note: ToastNote) => void) | null>(null)

/** Says something that happened off screen; a new note replaces the one that stands. */
export function useToast(): (note: ToastNote) => void {
  const say = useContext(ToastContext)
  if (say === null) throw new Error('Toasts need the UiProvider around them')
  return say
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [standing, setStanding] = useState<{ note: ToastNote; turn: number } | null>(null)
  const say = useCallback((note: ToastNote) => setStanding((last) => ({ note, turn: (last?.turn ?? 0) + 1 })), [])
  const clear = useCallback(() => setStanding(null), [])
  return (
    <ToastContext value={say}>
      {children}
      <output className={styles.place} aria-live="polite">
        {standing !== null && <Toast key={standing.turn} note={standing.note} onGone={clear} />}
      </output>
    </ToastContext>
  )
}

/** The clock stops while the pointer or the focus is on the toast. */
function Toast({ note, onGone }: { note: ToastNote; onGone: () => void }) {
  const { t } = useTranslation('ui')
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(onGone, STAYS_MS)
    return () => clearTimeout(timer)
  }, [isHeld, onGone])
  const choices = useMemo(() => {
    const once = (run: () => void) => () => {
      onGone()
      run()
    }
    return {
      takeBack: note.takeBack === undefined ? undefined : once(note.takeBack),
      show: note.show === undefined ? undefined : once(note.show),
    }
  }, [note, onGone])
  const { takeBack, show } = choices
  useKeys(
    takeBack === undefined
      ? []
      : [{ keys: 'Ctrl+Z', label: t('takeBack'), run: takeBack, scope: 'list', yieldsToTyping: true }],
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointer and focus only hold the clock, nothing is triggered
    <div
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Glyph name="ink-check" />
      <span>{note.message}</span>
      {takeBack !== undefined && (
        <Button size={28} keys="Ctrl+Z" onClick={takeBack}>
          {t('takeBack')}
        </Button>
      )}
      {show !== undefined && (
        <Button size={28} onClick={show}>
          {t('show')}
        </Button>
      )}
    </div>
  )
}
