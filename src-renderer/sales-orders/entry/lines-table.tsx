import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '#renderer/ui/index.ts'
import { LineBed } from './line-bed.tsx'
import { LineRow } from './line-row.tsx'
import styles from './lines-table.module.css'
import { useLineWindow } from './use-line-window.ts'
import type { OrderEntry } from './use-order-entry.ts'
import type { OrderPricing } from './use-order-pricing.ts'

interface LinesTableProps {
  entry: OrderEntry
  /** What the core refused, by the line's place. */
  refused: ReadonlyMap<number, string>
  /** After the last row of a configurator: to the field for the next line. */
  onLeaveBed: () => void
}

/** The lines with the configurator opened under its own line, so that the line is never out of sight (picture 02). */
export function LinesTable({ entry, refused, onLeaveBed }: LinesTableProps) {
  const { t } = useTranslation('sales-orders')
  const table = useRef<HTMLTableElement>(null)
  const { priced, openLineId, openLine, draft } = entry
  const openIndex = draft.lines.findIndex((line) => line.id === openLineId)
  const { window: shown, bedRef } = useLineWindow(table, priced.lines.length, openIndex)
  const step = (by: -1 | 1) => () => {
    const next = draft.lines[openIndex < 0 ? (by > 0 ? 0 : draft.lines.length - 1) : openIndex + by]
    if (next === undefined) return
    openLine(next.id)
    focusLine(table.current, next.id)
  }
  const withOpen = (run: (id: string) => void) => () => openLineId !== null && run(openLineId)
  const hasLines = draft.lines.length > 0
  useKeys([
    { keys: 'Ctrl+Down', label: t('entry.key.nextLine'), run: step(1), isActive: hasLines },
    { keys: 'Ctrl+Up', label: t('entry.key.previousLine'), run: step(-1), isActive: hasLines },
    {
      keys: 'Alt+Down',
      label: t('entry.key.moveDown'),
      run: withOpen((id) => entry.moveLine(id, 1)),
      isActive: hasLines,
    },
    { keys: 'Alt+Up', label: t('entry.key.moveUp'), run: withOpen((id) => entry.moveLine(id, -1)), isActive: hasLines },
    {
      keys: 'Ctrl+Delete',
      label: t('entry.key.remove'),
      run: withOpen(entry.removeLine),
      isActive: openLineId !== null,
    },
  ])
  if (!hasLines) return null
  return (
    <table ref={table} className={styles.lines} aria-label={t('entry.lines')} aria-rowcount={priced.lines.length + 1}>
      <LinesHead pricing={entry} />
      <tbody>
        {shown.above > 0 && <Gap height={shown.above} />}
        {priced.lines.slice(shown.from, shown.until).flatMap((pricedLine, offset) => {
          const index = shown.from + offset
          const { line } = pricedLine
          const isOpen = line.id === openLineId
          const row = (
            <LineRow
              key={line.id}
              index={index}
              priced={pricedLine}
              product={line.what.kind === 'product' ? entry.products.get(line.what.productId) : undefined}
              origin={draft.origin}
              isOpen={isOpen}
              refused={refused.get(index)}
              onToggle={openLine}
            />
          )
          if (!isOpen) return [row]
          return [
            row,
            <tr key={`${line.id} bed`} ref={bedRef} className={styles.bedRow}>
              <td colSpan={6} className={styles.bedCell}>
                <LineBed entry={entry} index={index} priced={pricedLine} onLeave={onLeaveBed} />
              </td>
            </tr>,
          ]
        })}
        {shown.below > 0 && <Gap height={shown.below} />}
      </tbody>
    </table>
  )
}

function LinesHead({ pricing }: { pricing: OrderPricing }) {
  const { t } = useTranslation('sales-orders')
  const { pricesIncludeVat } = pricing.around
  return (
    <>
      <colgroup>
        <col className={styles.colNumber} />
        <col className={styles.colPicture} />
        <col />
        <col className={styles.colPieces} />
        <col className={styles.colEach} />
        <col className={styles.colAmount} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <abbr title={t('entry.head.number')}>#</abbr>
          </th>
          <th scope="col">
            <span className="visually-hidden">{t('entry.head.picture')}</span>
          </th>
          <th scope="col">{t('entry.head.line')}</th>
          <th scope="col" className="number">
            {t('entry.head.pieces')}
          </th>
          <th scope="col" className="number">
            {t('entry.head.each')}
          </th>
          <th scope="col" className="number">
            {t(pricesIncludeVat ? 'entry.head.gross' : 'entry.head.net', { currency: pricing.around.currency })}
          </th>
        </tr>
      </thead>
    </>
  )
}

function Gap({ height }: { height: number }) {
  return (
    <tr>
      <td colSpan={6} style={{ height, padding: 0 }} />
    </tr>
  )
}

function focusLine(table: HTMLTableElement | null, id: string): void {
  // The row may be drawn only after this, when the window has moved to it.
  requestAnimationFrame(() => table?.querySelector<HTMLElement>(`[data-line="${id}"]`)?.focus())
}
