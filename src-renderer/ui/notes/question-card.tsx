import type { ReactNode } from 'react'
import type { GlyphName } from '../status/glyph-names.ts'
import { StatusWord } from '../status/status-word.tsx'
import styles from './question-card.module.css'

interface QuestionCardProps {
  glyph: GlyphName
  /** What is known: "Unknown outcome, 14:04". */
  status: ReactNode
  /** "Did it come out?" */
  question: ReactNode
  /** What it is about, and what to look for. */
  children: ReactNode
  picture?: ReactNode
  /** Answers under each other, the safe one solid and first. */
  answers: ReactNode
}

/** An open question on top of a page, large enough to be answered from two metres. */
export function QuestionCard({ glyph, status, question, children, picture, answers }: QuestionCardProps) {
  return (
    <section className={styles.card}>
      {picture !== undefined && <div className={styles.picture}>{picture}</div>}
      <div className={styles.words}>
        <StatusWord glyph={glyph} tone="needs" size={15}>
          {status}
        </StatusWord>
        <h2 className="t-question">{question}</h2>
        <div>{children}</div>
      </div>
      <div className={styles.answers}>{answers}</div>
    </section>
  )
}
