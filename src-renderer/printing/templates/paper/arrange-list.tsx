import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckboxField, IconButton } from '#renderer/ui/index.ts'
import { inOrder, type ShownPiece } from '#shared/printing/templates/paper-look.ts'
import type { NamedPiece } from '#shared/printing/templates/template-shape.ts'
import styles from './paper-editor.module.css'

interface ArrangeListProps {
  label: string
  standard: readonly NamedPiece[]
  wished: readonly ShownPiece[]
  nameOf: (name: string) => string
  onChange: (pieces: readonly ShownPiece[]) => void
}

/** Blocks or columns in the order of the paper: ticked they show, Alt with an arrow moves them. */
export function ArrangeList({ label, standard, wished, nameOf, onChange }: ArrangeListProps) {
  const { t } = useTranslation('printing')
  const pieces = inOrder(standard, wished)
  const move = (at: number, by: 1 | -1) => {
    const [piece, other] = [pieces[at], pieces[at + by]]
    if (piece === undefined || other === undefined) return
    onChange(pieces.map((each, index) => (index === at ? other : index === at + by ? piece : each)))
  }
  const onKeys = (at: number) => (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(at, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <ul className={styles.arrange} aria-label={label}>
      {pieces.map(({ name, isShown }, at) => {
        const isNeeded = standard.find((piece) => piece.name === name)?.isNeeded === true
        return (
          <li key={name} className={styles.piece} onKeyDown={onKeys(at)}>
            <CheckboxField
              label={nameOf(name)}
              isChecked={isShown}
              isDisabled={isNeeded}
              onChange={(shown) =>
                onChange(pieces.map((each) => (each.name === name ? { ...each, isShown: shown } : each)))
              }
            />
            <span className={styles.arrows}>
              <IconButton
                size={24}
                label={t('screen.templates.up', { name: nameOf(name) })}
                icon={<IconArrowUp size={15} stroke={1.6} aria-hidden />}
                isDisabled={at === 0}
                onClick={() => move(at, -1)}
              />
              <IconButton
                size={24}
                label={t('screen.templates.down', { name: nameOf(name) })}
                icon={<IconArrowDown size={15} stroke={1.6} aria-hidden />}
                isDisabled={at === pieces.length - 1}
                onClick={() => move(at, 1)}
              />
            </span>
          </li>
        )
      })}
    </ul>
  )
}
