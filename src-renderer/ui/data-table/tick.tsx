import { useEffect, useRef } from 'react'
import styles from './data-table.module.css'

interface TickProps {
  label: string
  isChecked: boolean
  isMixed?: boolean
  /** In a head the tick is a control of its own; in a row the whole cell takes the press. */
  onToggle?: () => void
}

export function Tick({ label, isChecked, isMixed = false, onToggle }: TickProps) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = isMixed
  }, [isMixed])
  return (
    <input
      ref={box}
      type="checkbox"
      className={styles.tick}
      aria-label={label}
      checked={isChecked}
      tabIndex={onToggle === undefined ? -1 : 0}
      readOnly={onToggle === undefined}
      onChange={onToggle ?? ignoreChange}
    />
  )
}

// The press reaches the row, which owns the selection.
function ignoreChange() {}
