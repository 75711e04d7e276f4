import { IconChevronDown, IconX } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Popover } from '../overlays/popover.tsx'
import { classNames } from '../theme/class-names.ts'
import styles from './filter-chip.module.css'

interface FilterChipProps {
  /** "Status". */
  label: string
  /** The chosen values in words: "On hold, Ready". Null: not set. */
  value: string | null
  /** Clears the filter; shown as a cross on a set chip. */
  onClear: () => void
  /** The choices; shown in a popover. */
  children: ReactNode
}

/** A filter. Set, it has an ink edge and names its value. */
export function FilterChip({ label, value, onClear, children }: FilterChipProps) {
  const { t } = useTranslation('ui')
  const [isOpen, setOpen] = useState(false)
  const isSet = value !== null
  return (
    <span className={classNames(styles.chip, isSet && styles.set)}>
      <Popover
        label={label}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        trapsFocus
        target={
          <button type="button" className={styles.face} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            <span className="one-line">{isSet ? t('filter.set', { label, value }) : label}</span>
            {!isSet && <IconChevronDown size={14} stroke={1.6} aria-hidden />}
          </button>
        }
      >
        {children}
      </Popover>
      {isSet && (
        <button type="button" className={styles.clear} aria-label={t('filter.clear', { label })} onClick={onClear}>
          <IconX size={14} stroke={1.8} aria-hidden />
        </button>
      )}
    </span>
  )
}

interface ToggleChipProps {
  children: ReactNode
  isOn: boolean
  onToggle: () => void
}

/** A chip that is simply on or off: "All", "Notes", "Failed 1". */
export function ToggleChip({ children, isOn, onToggle }: ToggleChipProps) {
  return (
    <span className={classNames(styles.chip, isOn && styles.set)}>
      <button type="button" className={styles.face} aria-pressed={isOn} onClick={onToggle}>
        {children}
      </button>
    </span>
  )
}
