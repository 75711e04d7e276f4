import { Popover as MantinePopover } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../keys/use-keys.tsx'
import { classNames } from '../theme/class-names.ts'
import { InsidePopover, useInsidePopover } from './inside-popover.ts'
import styles from './popover.module.css'

interface PopoverProps {
  /** One element that can hold a ref; it opens and closes the popover itself. */
  target: ReactNode
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  width?: number | 'target'
  position?: 'bottom-start' | 'bottom-end' | 'bottom' | 'top-start' | 'top-end' | 'left' | 'right'
  hasArrow?: boolean
  /** Moves the focus inside; leave off for explanations that only show. */
  trapsFocus?: boolean
  /** Accessible name. */
  label: string
}

/** Something small that floats beside its target: a price's steps, a filter's values. */
export function Popover(props: PopoverProps) {
  const { target, isOpen, onClose, children, width = 290, position = 'bottom-start', label } = props
  const { hasArrow = false, trapsFocus = false } = props
  const isInside = useInsidePopover()
  return (
    <MantinePopover
      opened={isOpen}
      onDismiss={onClose}
      width={width}
      position={position}
      withArrow={hasArrow}
      arrowSize={12}
      trapFocus={trapsFocus}
      returnFocus={trapsFocus}
      closeOnEscape={false}
      withinPortal={!isInside}
    >
      <MantinePopover.Target>{target}</MantinePopover.Target>
      <MantinePopover.Dropdown className={classNames(styles.dropdown)} aria-label={label}>
        <EscapeKey onClose={onClose} />
        <InsidePopover value={true}>{children}</InsidePopover>
      </MantinePopover.Dropdown>
    </MantinePopover>
  )
}

/** Nearer than the page's own Esc, which usually leaves the page. */
function EscapeKey({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('ui')
  useKeys([{ keys: 'Esc', label: t('close'), run: onClose, scope: 'dialog' }])
  return null
}
