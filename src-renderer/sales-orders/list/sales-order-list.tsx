import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useCommand, useGo, useQuery, useSession } from '#renderer/client/index.ts'
import { PrintPapersKeys } from '#renderer/printing/index.ts'
import { WaitingRows } from '#renderer/sync/index.ts'
import {
  CheckboxField,
  ControlStrip,
  DataTable,
  PageHeader,
  SelectionBar,
  Sheet,
  Tabs,
  useKeys,
} from '#renderer/ui/index.ts'
import { isSettled, stageGlyphs } from '../words/order-words.ts'
import { BulkActions } from './bulk-actions.tsx'
import { isPayable } from './bulk-plan.ts'
import { ColumnChoice } from './column-choice.tsx'
import { FilterChips } from './filter-chips.tsx'
import { KeptDrafts } from './kept-drafts.tsx'
import { LastViewedBar } from './last-viewed-bar.tsx'
import { columnsPreference, readColumns } from './list-columns.ts'
import { everythingOpen, isSameFilter, withStageToggled } from './list-filter.ts'
import { controlStrip, viewCount } from './list-views.ts'
import { idsAround, rowWith, useListWalk } from './list-walk.ts'
import { NoOrders } from './no-orders.tsx'
import styles from './order-list.module.css'
import { OrderPreviewDialog } from './order-preview-dialog.tsx'
import { ReferenceField } from './reference-field.tsx'
import { SaveView } from './save-view.tsx'
import { type OrderRow, useOrderColumns } from './use-order-columns.tsx'
import { type OrderList, useOrderList } from './use-order-list.ts'

/** All orders: views, filters, counts per stage, and a list of any length (picture 01). */
export function SalesOrderList() {
  const { t } = useTranslation('sales-orders')
  const go = useGo()
  const { may } = useSession()
  const { ask } = useClient()
  const walk = useListWalk()
  const list = useOrderList()
  const [columns, chooseColumns] = useChosenColumns()
  const shown = useOrderColumns(columns)
  const [preview, setPreview] = useState<OrderRow | null>(null)
  const { filter, setFilter, table, rows, counts } = list

  const openId = (id: string) => {
    walk.remember(idsAround(rows, id))
    go(`/orders/${id}`)
  }
  const openReference = async () => {
    const reference = list.search.trim()
    if (reference === '') return
    const found = await ask.query('salesOrder.byReference', { reference }).catch(() => null)
    if (found !== null) openId(found.id)
    else focusFirst(list)
  }

  useKeys([
    {
      keys: 'Esc',
      label: t('list.key.dropFilters'),
      run: () => setFilter(everythingOpen),
      isActive: () => !table.hasSelection,
    },
  ])
  useFocusedKeys(list)
  const strip = controlStrip(counts, filter)
  const focused = useMemo(() => rowWith(rows, table.focusedId), [rows, table.focusedId])
  return (
    <Sheet
      head={
        <>
          <PageHeader
            title={t('list.title')}
            beside={<KeptDrafts />}
            actions={<ColumnChoice columns={columns} onChange={chooseColumns} />}
          />
          <Tabs
            label={t('list.views')}
            hasKeys
            tabs={list.views.map((view) => ({
              id: view.id,
              label: view.name ?? t(`list.view.${view.id}`),
              ...countOf(viewCount(view, counts)),
              isChanged: view.id === list.activeView?.id && list.isChanged,
            }))}
            active={list.activeView?.id ?? ''}
            onChange={list.chooseView}
            right={<SaveView list={list} />}
          />
          <div className={styles.filters}>
            <ReferenceField
              text={list.search}
              onText={list.setSearch}
              onEnter={() => void openReference()}
              onDown={() => focusFirst(list)}
            />
            <FilterChips filter={filter} onChange={setFilter} />
            <div className={styles.ticks}>
              <CheckboxField
                label={t('list.withFinished')}
                isChecked={filter.withFinished}
                onChange={(withFinished) => setFilter({ ...filter, withFinished })}
              />
              <CheckboxField
                label={t('list.withCancelled')}
                isChecked={filter.withCancelled}
                onChange={(withCancelled) => setFilter({ ...filter, withCancelled })}
              />
            </div>
          </div>
          <div className={styles.strip}>
            <ControlStrip
              label={t('list.strip')}
              stages={strip.map(({ stage, count }) => ({
                id: stage ?? ('all' as const),
                label: t(`list.stripStage.${stage ?? 'all'}`),
                count,
                ...(stage === null ? {} : { glyph: stageGlyphs[stage] }),
              }))}
              chosen={new Set(strip.filter(({ isOn }) => isOn).map(({ stage }) => stage ?? ('all' as const)))}
              onToggle={(id) => setFilter(id === 'all' ? { ...filter, stages: [] } : withStageToggled(filter, id))}
            />
          </div>
        </>
      }
      foot={
        table.hasSelection ? (
          <SelectionBar state={table} total={rows.total} actions={<BulkActions list={list} />} />
        ) : (
          <LastViewedBar onOpen={openId} />
        )
      }
    >
      <WaitingRows>
        <DataTable
          isMain
          isSelectable={may('salesOrder.change') || may('payment.receive') || may('printJob.print')}
          label={t('list.title')}
          columns={shown}
          rows={rows}
          rowId={({ id }) => id}
          rowLabel={({ number, customerName }) => `${number ?? t('stage.draft')} ${customerName || t('walkIn')}`}
          rowTone={({ stage }) => (isSettled(stage) ? 'settled' : 'plain')}
          state={table}
          onOpen={({ id }) => openId(id)}
          onPreview={setPreview}
          empty={
            <NoOrders
              isFiltered={!isSameFilter(filter, everythingOpen) || list.search !== ''}
              isFirst={counts.groups.open + counts.groups.finished + counts.groups.cancelled === 0}
              onDropFilters={() => {
                list.setSearch('')
                setFilter(everythingOpen)
              }}
            />
          }
        />
      </WaitingRows>
      {focused !== undefined && focused.stage !== 'draft' && !table.hasSelection && (
        <PrintPapersKeys about="sales_order" documentId={focused.id} />
      )}
      <OrderPreviewDialog row={preview} onClose={() => setPreview(null)} onOpen={openId} />
    </Sheet>
  )
}

/** What is done with the row that has the focus, without opening it. */
function useFocusedKeys({ rows, table }: OrderList): void {
  const { t } = useTranslation('sales-orders')
  const { may } = useSession()
  const go = useGo()
  const row = useMemo(() => rowWith(rows, table.focusedId), [rows, table.focusedId])
  const isPlaced = row !== undefined && row.stage !== 'draft'
  useKeys([
    {
      keys: 'Alt+P',
      label: t('takePayment'),
      run: () => row !== undefined && go(`/orders/${row.id}/payment`),
      isActive: row !== undefined && isPayable(row) && may('payment.receive'),
    },
    {
      keys: 'Alt+R',
      label: t('again.reprint.label'),
      run: () => row !== undefined && go(`/orders/new?again=${row.id}&how=reprint`),
      isActive: isPlaced && may('salesOrder.take'),
    },
  ])
}

function countOf(count: number | null): { readonly count?: number } {
  return count === null ? {} : { count }
}

function focusFirst({ rows, table }: OrderList): void {
  const first = rows.rowAt(0)
  if (first === undefined) return
  if (table.focusedId === null) table.setFocusedId(first.id)
  // The list's keys hold while nothing else has the focus.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

function useChosenColumns() {
  const kept = useQuery('setting.get', { keys: [columnsPreference] })
  const keep = useCommand('preference.put')
  const columns = readColumns(kept.value?.values[columnsPreference]?.value)
  const choose = (next: typeof columns) => void keep.run({ key: columnsPreference, value: [...next] })
  return [columns, choose] as const
}
