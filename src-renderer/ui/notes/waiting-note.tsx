import type { ReactNode } from 'react'
import { Glyph } from '../status/glyph.tsx'
import { RegisterMark } from '../status/register-mark.tsx'
import { StatusWord } from '../status/status-word.tsx'
import styles from './notice.module.css'

interface WaitingNoteProps {
  title: ReactNode
  /** What happens when the wait ends, and that work goes on. */
  children?: ReactNode
  /** The line is down: shows the dashed register mark instead of the clock. */
  isOffline?: boolean
  /** A status word at the right: "Check waiting". */
  status?: ReactNode
  /** Buttons. */
  actions?: ReactNode
}

/** Yellow: something waits for somebody outside or for a time. Blocks nothing. */
export function WaitingNote({ title, children, isOffline = false, status, actions }: WaitingNoteProps) {
  return (
    <div className={styles.notice} data-kind="waiting">
      <div className={styles.line}>
        {isOffline && <RegisterMark state="offline" size={18} />}
        <div className={styles.words}>
          <p className={styles.title}>
            {!isOffline && <Glyph name="waiting-clock" />}
            {title}
          </p>
          {children !== undefined && <div className={styles.more}>{children}</div>}
        </div>
        {status !== undefined && <StatusWord glyph="waiting-clock">{status}</StatusWord>}
      </div>
      {actions !== undefined && <div className={styles.ways}>{actions}</div>}
    </div>
  )
}
