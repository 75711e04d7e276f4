import { Modal } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames, KeyCap, KeyLayer, useReturnFocus } from '#renderer/ui/index.ts'
import styles from './palette.module.css'
import { PaletteFoot } from './palette-foot.tsx'
import type { PaletteItem } from './palette-items.ts'
import { PaletteList } from './palette-list.tsx'
import { type PaletteState, usePaletteState } from './use-palette-state.ts'

interface PaletteProps {
  startText: string
  onClose: () => void
}

/** Finds anything and does anything from the keyboard, over the page one was on; Esc leaves that page as it was. */
export function Palette({ startText, onClose }: PaletteProps) {
  const { t } = useTranslation('app')
  const listId = useId()
  const palette = usePaletteState(startText, onClose)
  const { wish, item, at, ofHit, isSettled } = palette
  useReturnFocus(true)
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      size={880}
      yOffset={58}
      shadow="none"
      lockScroll={false}
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
      overlayProps={{ className: classNames(styles.veil) }}
      classNames={{ content: classNames(styles.content), body: classNames(styles.body) }}
      aria-label={t('palette.label')}
    >
      <KeyLayer>
        <div className={styles.field}>
          <IconSearch size={22} stroke={1.6} aria-hidden />
          {ofHit !== null && <span className={styles.ofHit}>{ofHit.title}</span>}
          <input
            className={styles.input}
            value={palette.typed}
            data-autofocus
            role="combobox"
            aria-expanded
            aria-controls={listId}
            aria-activedescendant={item === undefined ? undefined : `${listId}${at}`}
            aria-label={t('shell.find')}
            autoComplete="off"
            spellCheck={false}
            placeholder={ofHit === null ? t('shell.find') : t('palette.actions')}
            onChange={(event) => palette.type(event.currentTarget.value)}
            onKeyDown={(event) => press(event, palette, onClose)}
          />
          <output className={styles.found}>
            {wish.text !== '' && isSettled && ofHit === null && t('palette.found', { count: palette.foundCount })}
          </output>
          <KeyCap keys="Esc" show="always" />
        </div>
        <div className={styles.columns}>
          <PaletteList
            id={listId}
            sections={palette.sections}
            focused={at}
            wish={wish.text}
            onFocus={palette.focus}
            onRun={palette.run}
            isNothing={wish.text !== '' && isSettled && palette.count === 0}
          />
          <div className={styles.preview}>
            <HitPreview item={palette.chosen} />
          </div>
        </div>
        <PaletteFoot canAct={item?.hit !== undefined} />
      </KeyLayer>
    </Modal>
  )
}

function HitPreview({ item }: { item: PaletteItem | undefined }) {
  const hit = item?.hit
  const Preview = item?.group?.Preview
  return hit === undefined || Preview === undefined ? null : <Preview key={hit.id} hit={hit} />
}

function press(event: KeyboardEvent, palette: PaletteState, onClose: () => void): void {
  const { item, at, ofHit } = palette
  switch (event.key) {
    case 'ArrowDown':
      palette.focus(at + 1)
      break
    case 'ArrowUp':
      palette.focus(at - 1)
      break
    case 'Tab':
      if (event.shiftKey) palette.showActionsOf(null)
      else if (item?.hit !== undefined) palette.showActionsOf(item)
      break
    case 'Enter':
      if (event.ctrlKey) openBeside(item)
      else palette.enter()
      break
    case 'Escape':
      if (ofHit === null) onClose()
      else palette.showActionsOf(null)
      break
    default:
      return
  }
  event.preventDefault()
  event.stopPropagation()
}

function openBeside(item: PaletteItem | undefined): void {
  const to = item?.hit?.to ?? item?.to
  if (to !== undefined) window.open(`#${to}`, '_blank', 'noopener')
}
