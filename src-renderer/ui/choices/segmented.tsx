import { type ReactNode, useId } from 'react'
import { classNames } from '../theme/class-names.ts'
import styles from './segmented.module.css'

export interface Segment<Value extends string> {
  value: Value
  label: ReactNode
  icon?: ReactNode
  isDisabled?: boolean
}

interface SegmentedProps<Value extends string> {
  /** Stands above, or use `labelIsHidden` beside a visible one. */
  label: string
  labelIsHidden?: boolean
  segments: readonly Segment<Value>[]
  value: Value | null
  onChange: (value: Value) => void
  size?: 28 | 34 | 44
  /** Segments of equal width over the whole row. */
  fullWidth?: boolean
}

/** Few fixed choices, always all visible. Arrows walk inside the row, Tab leaves it. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, labelIsHidden = false, segments, value, onChange, size = 34, fullWidth = false } = props
  const name = useId()
  return (
    <fieldset className={styles.group}>
      <legend className={classNames('t-label', styles.legend, labelIsHidden && 'visually-hidden')}>{label}</legend>
      <div className={classNames(styles.row, fullWidth && styles.fullWidth)} data-size={size}>
        {segments.map((segment) => (
          <label key={segment.value} className={styles.segment}>
            <input
              className={styles.radio}
              type="radio"
              name={name}
              value={segment.value}
              checked={segment.value === value}
              disabled={segment.isDisabled}
              onChange={() => onChange(segment.value)}
            />
            {segment.icon}
            <span className={styles.text}>{segment.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
