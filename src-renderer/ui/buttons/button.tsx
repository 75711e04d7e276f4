import { Button as MantineButton } from '@mantine/core'
import type { MouseEvent, ReactNode, Ref } from 'react'
import { useAutofocus } from '../fields/use-autofocus.ts'
import { ariaKeys } from '../keys/chord.ts'
import { classNames } from '../theme/class-names.ts'
import styles from './button.module.css'
import { KeyCap } from './key-cap.tsx'

export type ButtonKind = 'solid' | 'outlined' | 'quiet' | 'danger'
export type ButtonSize = 28 | 34 | 44 | 56 | 60

interface ButtonProps {
  /** Verb first, with the amount when money moves: "Take 406.56". */
  children: ReactNode
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void
  /** One `solid` per screen; `danger` for what cannot be taken back. */
  kind?: ButtonKind
  size?: ButtonSize
  icon?: ReactNode
  /** Shown as caps and told to screen readers; register the key itself with `useKeys`. */
  keys?: string
  /** Shows the bar on the lower edge and ignores presses; the width stays. */
  isBusy?: boolean
  /** Why it cannot be pressed now. The button stays focusable and says this beside itself. */
  blockedBy?: string | undefined
  type?: 'button' | 'submit'
  fullWidth?: boolean
  /** Label left and caps right, for buttons that stand under each other. */
  spread?: boolean
  ref?: Ref<HTMLButtonElement>
  'aria-label'?: string
  'aria-expanded'?: boolean
  'aria-haspopup'?: 'menu' | 'dialog' | 'listbox'
  'aria-pressed'?: boolean
  autoFocus?: boolean
}

const VARIANTS = { solid: 'filled', outlined: 'default', quiet: 'subtle', danger: 'default' } as const

export function Button(props: ButtonProps) {
  const { children, onClick, kind = 'outlined', size = 34, icon, keys, isBusy = false, blockedBy } = props
  const { type = 'button', fullWidth = false, spread = false, ref, autoFocus } = props
  const isBlocked = blockedBy !== undefined
  // At once: a dialog gives the focus a moment later, and a key pressed in between would go to what lies below.
  const focusRef = useAutofocus(autoFocus ?? false, ref)
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (isBlocked || isBusy) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <MantineButton
      ref={focusRef}
      type={type}
      variant={VARIANTS[kind]}
      fullWidth={fullWidth}
      justify={spread ? 'space-between' : 'center'}
      leftSection={icon}
      rightSection={keys === undefined ? null : <KeyCap keys={keys} onSolid={kind === 'solid' && !isBlocked} />}
      onClick={press}
      className={classNames(styles.button, styles[kind], isBlocked && styles.blocked)}
      classNames={{ section: classNames(styles.section) }}
      data-size={size}
      data-busy={isBusy || undefined}
      aria-disabled={isBlocked || undefined}
      aria-busy={isBusy || undefined}
      aria-description={blockedBy}
      title={blockedBy}
      aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}
      aria-label={props['aria-label']}
      aria-expanded={props['aria-expanded']}
      aria-haspopup={props['aria-haspopup']}
      aria-pressed={props['aria-pressed']}
      data-autofocus={autoFocus || undefined}
    >
      {children}
    </MantineButton>
  )
}
