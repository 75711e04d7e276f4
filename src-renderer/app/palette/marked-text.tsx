import { matchedText } from './matched-text.ts'
import styles from './palette.module.css'

/** What was searched for is underlined in the accent, not only bold. */
export function MarkedText({ text, wish }: { text: string; wish: string }) {
  let from = 0
  return matchedText(text, wish).map((part) => {
    const key = from
    from += part.text.length
    return part.isMatch ? (
      <mark key={key} className={styles.match}>
        {part.text}
      </mark>
    ) : (
      <span key={key}>{part.text}</span>
    )
  })
}
