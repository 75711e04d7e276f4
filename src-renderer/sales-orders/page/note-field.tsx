import { IconNote } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand, useRefusalWords, useSession } from '#renderer/client/index.ts'
import { ErrorNotice, KeyCap, TextField, useKeys } from '#renderer/ui/index.ts'
import { withoutCardNumbers } from '#shared/kernel/card-number.ts'
import styles from './order-page.module.css'

/** A word to colleagues: N goes there, Enter keeps it (ORD-26). */
export function NoteField({ orderId }: { orderId: string }) {
  const { t } = useTranslation('sales-orders')
  const { may } = useSession()
  const words = useRefusalWords()
  const note = useCommand('salesOrder.note')
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [wasMasked, setMasked] = useState(false)
  useKeys([
    { keys: 'N', label: t('page.key.note'), run: () => field.current?.focus(), isActive: may('salesOrder.note') },
  ])
  if (!may('salesOrder.note')) return null

  const save = async () => {
    if (text.trim() === '') return
    const clean = withoutCardNumbers(text)
    const saved = await note.run({ id: orderId, text: clean.text })
    if (!saved.ok) return
    setMasked(clean.wasMasked)
    setText('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void save()
    if (event.key === 'Escape') {
      event.stopPropagation()
      field.current?.blur()
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the field inside
    <div className={styles.note} onKeyDown={onKeyDown}>
      <TextField
        ref={field}
        label={t('page.note')}
        labelIsHidden
        placeholder={t('page.noteHint')}
        icon={<IconNote size={16} stroke={1.6} aria-hidden />}
        right={<KeyCap keys="N" />}
        value={text}
        onChange={setText}
        maxLength={5000}
        hint={wasMasked ? t('page.cardMasked') : undefined}
      />
      {note.problem !== null && <ErrorNotice what={t('notSaved')} why={words.problem(note.problem)} />}
    </div>
  )
}
