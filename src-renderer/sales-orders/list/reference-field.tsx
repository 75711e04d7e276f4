import { IconHash } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyCap, TextField, useKeys } from '#renderer/ui/index.ts'
import styles from './order-list.module.css'

interface ReferenceFieldProps {
  text: string
  onText: (text: string) => void
  /** Enter: opens the order with this reference, or the first that was found. */
  onEnter: () => void
  /** Down: into the list. */
  onDown: () => void
}

/** Type a number and press Enter to open it; anything else narrows the list while it is typed (ORD-13, ORD-14). */
export function ReferenceField({ text, onText, onEnter, onDown }: ReferenceFieldProps) {
  const { t } = useTranslation('sales-orders')
  const field = useRef<HTMLInputElement>(null)
  useKeys([{ keys: '/', label: t('list.key.reference'), run: () => field.current?.select(), scope: 'page' }])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onEnter()
    if (event.key === 'ArrowDown') onDown()
    if (event.key === 'Escape') {
      event.stopPropagation()
      if (text === '') field.current?.blur()
      else onText('')
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the field inside
    <div className={styles.reference} onKeyDown={onKeyDown}>
      <TextField
        ref={field}
        label={t('list.reference')}
        labelIsHidden
        placeholder={t('list.referenceHint')}
        icon={<IconHash size={16} stroke={1.6} aria-hidden />}
        right={<KeyCap keys="/" />}
        value={text}
        onChange={onText}
        maxLength={100}
        height={28}
      />
    </div>
  )
}
