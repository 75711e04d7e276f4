import type { ReactNode } from 'react'
import { Glyph } from '../status/glyph.tsx'
import type { GlyphName } from '../status/glyph-names.ts'
import styles from './notice.module.css'

interface QuestionNoteProps {
  /** The question or the fact that needs a person. */
  title: ReactNode
  children?: ReactNode
  /** Answers as buttons; each answer is a sentence. */
  answers?: ReactNode
  glyph?: GlyphName
}

/** Magenta: it needs you. A question under its own row, or a fact somebody must decide about. */
export function QuestionNote({ title, children, answers, glyph }: QuestionNoteProps) {
  return (
    <div className={styles.notice} data-kind="question">
      <div className={styles.line}>
        <div className={styles.words}>
          <p className={styles.title}>
            {glyph !== undefined && <Glyph name={glyph} />}
            {title}
          </p>
          {children !== undefined && <div className={styles.more}>{children}</div>}
        </div>
      </div>
      {answers !== undefined && <div className={styles.ways}>{answers}</div>}
    </div>
  )
}
