import type { ReactNode } from 'react'
import { Glyph } from '../status/glyph.tsx'
import type { GlyphName } from '../status/glyph-names.ts'
import styles from './timeline.module.css'

export interface TimelineEvent {
  id: string
  /** Instant for machines. */
  at: string
  /** "14:02" or "18 Nov". */
  time: string
  /** A state, or an icon for something people did. */
  sign: GlyphName | ReactNode
  what: ReactNode
  /** Who and where: "Daan · packing desk". */
  who?: ReactNode
  /** Tracking number, payment reference: in mono at the right. */
  code?: string
}

/** One line for everything that happened, newest first. */
export function Timeline({ events, label }: { events: readonly TimelineEvent[]; label: string }) {
  return (
    <ol className={styles.timeline} aria-label={label}>
      {events.map((event) => (
        <li key={event.id} className={styles.event}>
          <time className={styles.time} dateTime={event.at}>
            {event.time}
          </time>
          <span className={styles.sign}>
            {isGlyph(event.sign) ? <Glyph name={event.sign} size={13} /> : event.sign}
          </span>
          <span className={styles.what}>{event.what}</span>
          {event.who !== undefined && <span className={styles.who}>{event.who}</span>}
          {event.code !== undefined && <span className={styles.code}>{event.code}</span>}
        </li>
      ))}
    </ol>
  )
}

function isGlyph(sign: TimelineEvent['sign']): sign is GlyphName {
  return typeof sign === 'string'
}
