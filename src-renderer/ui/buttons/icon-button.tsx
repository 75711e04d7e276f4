import { ActionIcon } from '@mantine/core'
import type { MouseEvent, ReactNode, Ref } from 'react'
import { ariaKeys } from '../keys/chord.ts'
import { classNames } from '../theme/class-names.ts'
import styles from './icon-button.module.css'

interface IconButtonProps {
  /** Accessible name and tooltip: an icon alone says nothing. */
  label: string
  icon: ReactNode
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void
  size?: 24 | 28 | 34 | 44 | 60
  keys?: string
  isOutlined?: boolean
  isDisabled?: boolean
  ref?: Ref<HTMLButtonElement>
  'aria-expanded'?: boolean
  'aria-haspopup'?: 'menu' | 'dialog' | 'listbox'
}

/** Only for back, delete digit, row menus and close: the few icons that may stand alone. */
export function IconButton(props: IconButtonProps) {
  const { label, icon, onClick, size = 28, keys, isOutlined = false, isDisabled = false, ref } = props
  return (
    <ActionIcon
      ref={ref ?? null}
      variant="subtle"
      className={classNames(styles.iconButton, isOutlined && styles.outlined)}
      style={{ '--icon-box': `${size}px` }}
      aria-label={label}
      title={label}
      aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}
      aria-expanded={props['aria-expanded']}
      aria-haspopup={props['aria-haspopup']}
      disabled={isDisabled}
      onClick={onClick}
    >
      {icon}
    </ActionIcon>
  )
}
