import type { Ref } from 'react'
import { classNames } from '../theme/class-names.ts'
import styles from './field.module.css'
import type { WrongStretch } from './field-props.ts'

interface WrongMarkProps {
  text: string
  wrong: WrongStretch
  className: string
  hasIcon: boolean
  ref: Ref<HTMLDivElement>
}

/** Lies over the field with invisible text of the same measure, so that only the mark under the wrong characters shows. */
export function WrongMark({ text, wrong, className, hasIcon, ref }: WrongMarkProps) {
  return (
    <div ref={ref} className={classNames(styles.mark, className)} data-icon={hasIcon || undefined} aria-hidden="true">
      {text.slice(0, wrong.from)}
      <span className={styles.markedCharacters}>{text.slice(wrong.from, wrong.to)}</span>
      {text.slice(wrong.to)}
    </div>
  )
}
