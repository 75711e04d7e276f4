import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/index.ts'
import { ArtworkRow } from './artwork-row.tsx'
import { BedRow } from './bed-row.tsx'
import { focusFirstStop, focusNextStop, goesOnWithEnter } from './enter-walk.ts'
import styles from './line-bed.module.css'
import { NoteRow } from './note-row.tsx'
import { OptionRows } from './option-rows.tsx'
import { OverrideRow } from './override-row.tsx'
import { PiecesRow } from './pieces-row.tsx'
import type { PricedDraftLine } from './price-draft.ts'
import { TextLineRows } from './text-line-rows.tsx'
import type { OrderEntry } from './use-order-entry.ts'

interface LineBedProps {
  entry: OrderEntry
  index: number
  priced: PricedDraftLine
  onLeave: () => void
}

/** The configurator of one line: every choice in sight, Enter from row to row, the price beside it moving along. */
export function LineBed({ entry, index, priced, onLeave }: LineBedProps) {
  const { t } = useTranslation('sales-orders')
  const bed = useRef<HTMLDivElement>(null)
  const { line } = priced
  const { what } = line
  const product = what.kind === 'product' ? entry.products.get(what.productId) : undefined
  const wantsFocus = entry.addedLineId === line.id && (what.kind === 'free_text' || product !== undefined)
  useEffect(() => {
    if (wantsFocus && bed.current !== null) focusFirstStop(bed.current)
  }, [wantsFocus])
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!goesOnWithEnter(event)) return
    event.preventDefault()
    if (!focusNextStop(event.currentTarget, event.target)) onLeave()
  }
  const changeLine = (change: Parameters<OrderEntry['changeLine']>[1]) => entry.changeLine(line.id, change)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter goes from row to row, as everywhere in an entry
    <div ref={bed} className={styles.bed} onKeyDown={onKeyDown}>
      {what.kind === 'product' && product !== undefined && (
        <>
          <OptionRows product={product} what={what} onChange={changeLine} />
          <PiecesRow entry={entry} line={line} product={product} onChange={changeLine} />
        </>
      )}
      {what.kind === 'free_text' && <TextLineRows entry={entry} line={line} what={what} onChange={changeLine} />}
      {what.kind === 'product' && <OverrideRow entry={entry} priced={priced} what={what} onChange={changeLine} />}
      <ArtworkRow entry={entry} priced={priced} onChange={changeLine} />
      <NoteRow line={line} onChange={changeLine} />
      <Foot>
        <Button kind="quiet" size={28} keys="Ctrl+Delete" onClick={() => entry.removeLine(line.id)}>
          {t('entry.removeLine', { number: index + 1 })}
        </Button>
      </Foot>
    </div>
  )
}

function Foot({ children }: { children: ReactNode }) {
  return (
    <BedRow label="">
      <span className={styles.foot}>{children}</span>
    </BedRow>
  )
}
