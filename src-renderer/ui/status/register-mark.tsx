import { useEffect, useRef, useState } from 'react'
import { classNames } from '../theme/class-names.ts'
import styles from './register-mark.module.css'

/** `in`: all sent. `out`: changes wait to be sent. `offline`: the cloud cannot be reached. */
export type RegisterState = 'in' | 'out' | 'offline'

interface RegisterMarkProps {
  state: RegisterState
  size?: number
  /** Accessible name where no sync word stands beside it, as in the row of a document that waits. */
  label?: string
}

const SLIDE_MS = 240

/**
 * The register mark. Out of register it is printed twice, cyan and magenta; when the last change is sent the two prints
 * slide together, which is the one flourish of the program.
 */
export function RegisterMark({ state, size = 16, label }: RegisterMarkProps) {
  const isSliding = useJustCameIn(state)
  const isDouble = state === 'out' || isSliding
  const className = classNames(styles.mark, styles[state], isSliding && styles.sliding)
  const prints = isDouble ? (
    <>
      <MarkPrint className={styles.cyanPrint} />
      <MarkPrint className={styles.magentaPrint} />
    </>
  ) : (
    <MarkPrint className={styles.keyPrint} />
  )
  if (label === undefined) {
    return (
      <svg className={className} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
        {prints}
      </svg>
    )
  }
  return (
    <svg className={className} width={size} height={size} viewBox="0 0 16 16" role="img" aria-label={label}>
      {prints}
    </svg>
  )
}

function MarkPrint({ className }: { className: string | undefined }) {
  return (
    <g className={className}>
      <circle cx="8" cy="8" r="4.6" />
      <path d="M8 0.4V15.6M0.4 8H15.6" />
    </g>
  )
}

/** True for the 240 ms after the state went from `out` to `in`. */
function useJustCameIn(state: RegisterState): boolean {
  const previous = useRef(state)
  const [isSliding, setSliding] = useState(false)
  useEffect(() => {
    const came = previous.current === 'out' && state === 'in'
    previous.current = state
    if (!came) return
    setSliding(true)
    const timer = setTimeout(() => setSliding(false), SLIDE_MS)
    return () => clearTimeout(timer)
  }, [state])
  return isSliding
}
