import { IconSearch } from '@tabler/icons-react'
import { KeyCap } from '../buttons/key-cap.tsx'
import { ariaKeys } from '../keys/chord.ts'
import styles from './find-field.module.css'

interface FindFieldProps {
  /** "Find or scan an order, customer, product, action". */
  label: string
  onOpen: () => void
  keys?: string
}

/** Looks like a field and opens the palette, where the typing happens. */
export function FindField({ label, onOpen, keys = 'Ctrl+K' }: FindFieldProps) {
  return (
    <button
      type="button"
      className={styles.find}
      onClick={onOpen}
      aria-haspopup="dialog"
      aria-keyshortcuts={ariaKeys(keys)}
    >
      <IconSearch size={16} stroke={1.6} aria-hidden />
      <span className={styles.label}>{label}</span>
      <KeyCap keys={keys} />
    </button>
  )
}
