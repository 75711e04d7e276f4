import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames, KeyCap } from '#renderer/ui/index.ts'
import { MarkedText } from './marked-text.tsx'
import styles from './palette.module.css'
import type { PaletteItem, PaletteSection } from './palette-items.ts'

interface PaletteListProps {
  id: string
  sections: readonly PaletteSection[]
  focused: number
  wish: string
  onFocus: (at: number) => void
  onRun: (item: PaletteItem) => void
  isNothing: boolean
}

/** The focus stays in the field; the list only shows where it would go. */
export function PaletteList(props: PaletteListProps) {
  const { id, sections, focused, wish, onFocus, onRun, isNothing } = props
  const { t } = useTranslation('app')
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector(`#${CSS.escape(`${id}${focused}`)}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, focused])
  let from = 0
  return (
    <div ref={list} id={id} className={styles.list} role="listbox" aria-label={t('palette.results')}>
      {sections.map((section) => {
        const first = from
        from += section.items.length
        const headingId = `${id}-${section.id}`
        return (
          // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox, not of form fields
          <div key={section.id} role="group" aria-labelledby={headingId}>
            <p className={styles.heading} id={headingId}>
              <span>{section.heading}</span>
              {section.note !== undefined && <span>{section.note}</span>}
            </p>
            {section.items.map((item, place) => (
              <Line
                key={item.id}
                id={`${id}${first + place}`}
                item={item}
                wish={wish}
                isFocused={first + place === focused}
                onPoint={() => onFocus(first + place)}
                onRun={() => onRun(item)}
              />
            ))}
          </div>
        )
      })}
      {isNothing && (
        <p className={styles.nothing}>
          {t('palette.nothing', { wish })} <span className="hint">{t('palette.nothingHint')}</span>
        </p>
      )}
    </div>
  )
}

interface LineProps {
  id: string
  item: PaletteItem
  wish: string
  isFocused: boolean
  onPoint: () => void
  onRun: () => void
}

function Line({ id, item, wish, isFocused, onPoint, onRun }: LineProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys, as a combobox's does
    // biome-ignore lint/a11y/useFocusableInteractive: pointed at by aria-activedescendant, never focused itself
    <div
      id={id}
      role="option"
      aria-selected={isFocused}
      className={classNames(styles.line, isFocused && styles.focused)}
      onPointerMove={onPoint}
      onClick={onRun}
    >
      <span className={styles.picture}>{item.picture ?? <item.icon size={18} stroke={1.6} aria-hidden />}</span>
      <span className={styles.words}>
        {item.code !== undefined && (
          <span className={classNames('mono', styles.code)}>
            <MarkedText text={item.code} wish={wish} />
          </span>
        )}
        <span className={classNames('one-line', styles.title)}>
          <MarkedText text={item.title} wish={wish} />
        </span>
      </span>
      {item.detail !== undefined && <span className={styles.detail}>{item.detail}</span>}
      {item.keys !== undefined && <KeyCap keys={item.keys} />}
    </div>
  )
}
