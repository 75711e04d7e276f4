import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '#renderer/ui/index.ts'
import type { CategoryId, CategoryNode } from '#shared/catalog/category.ts'
import { useTexts } from '../words/use-texts.ts'
import styles from './product-list.module.css'
import { type TreeLine, treeLines, treeStep } from './tree-walk.ts'

interface CategoryTreeProps {
  tree: readonly CategoryNode[]
  withArchived: boolean
  chosen: string | null
  onChoose: (id: CategoryId | null) => void
}

/** The categories at the left; choosing one includes everything below it (CAT-14). Arrows walk, right and left fold. */
export function CategoryTree({ tree, withArchived, chosen, onChoose }: CategoryTreeProps) {
  const { t } = useTranslation('catalog')
  const text = useTexts()
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const list = useRef<HTMLDivElement>(null)
  const lines = treeLines(tree, closed, withArchived)
  const active = Math.max(
    lines.findIndex(({ id }) => id === chosen),
    0,
  )
  const fold = (id: string, isFolded: boolean) => {
    const next = new Set(closed)
    if (isFolded) next.add(id)
    else next.delete(id)
    setClosed(next)
  }
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const step = treeStep(event.key, at, lines)
    if (step.kind === 'none') return
    event.preventDefault()
    event.stopPropagation()
    if (step.kind === 'go') list.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[step.to]?.focus()
    else fold(step.id, step.kind === 'fold')
  }
  const name = (line: TreeLine) => (line.category === null ? t('screen.category.all') : text(line.category.names))
  return (
    <div ref={list} className={styles.tree} role="tree" aria-label={t('screen.category.title')}>
      {lines.map((line, at) => (
        <div
          key={line.id ?? 'all'}
          role="treeitem"
          aria-level={line.level}
          aria-selected={at === active}
          aria-expanded={line.hasChildren ? line.isOpen : undefined}
          tabIndex={at === active ? 0 : -1}
          className={classNames(styles.branch, at === active && styles.chosen, line.category?.archived && 'settled')}
          style={{ '--level': line.level }}
          onClick={() => onChoose(line.id)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === ' ') {
              event.preventDefault()
              onChoose(line.id)
            } else onKeyDown(event, at)
          }}
        >
          <Fold line={line} onFold={fold} />
          <span className="one-line" title={name(line)}>
            {name(line)}
          </span>
        </div>
      ))}
    </div>
  )
}

/** Only for the pointer: the keyboard folds with the arrows. */
function Fold({ line, onFold }: { line: TreeLine; onFold: (id: string, isFolded: boolean) => void }) {
  if (line.id === null || !line.hasChildren) return <span className={styles.fold} />
  const Icon = line.isOpen ? IconChevronDown : IconChevronRight
  const { id, isOpen } = line
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the tree item around it has the keys
    // biome-ignore lint/a11y/useKeyWithClickEvents: right and left arrow fold
    <span
      className={styles.fold}
      onClick={(event) => {
        event.stopPropagation()
        onFold(id, isOpen)
      }}
    >
      <Icon size={14} stroke={1.6} aria-hidden />
    </span>
  )
}
