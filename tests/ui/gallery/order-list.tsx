import { IconAdjustmentsHorizontal, IconBookmarkPlus, IconDownload, IconHash } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import {
  Button,
  CheckboxField,
  ControlStrip,
  DataTable,
  FilterChip,
  FootBar,
  KeyCap,
  PageHeader,
  RegisterMark,
  SelectionBar,
  Sheet,
  type StageCount,
  StatusWord,
  type TableColumn,
  Tabs,
  TextField,
  Thumbnail,
  useKeys,
  useKeysetRows,
  useTableState,
} from '#renderer/ui/index.ts'
import { Frame } from './frame.tsx'
import { fetchOrders, ORDER_TOTAL, type SampleOrder } from './sample-orders.ts'

const STAGES: readonly StageCount<string>[] = [
  { id: 'all', label: 'All open', count: 214 },
  { id: 'new', label: 'New', count: 44, glyph: 'ring' },
  { id: 'pay', label: 'To be paid', count: 17, glyph: 'waiting-euro' },
  { id: 'files', label: 'Check files', count: 9, glyph: 'needs-you' },
  { id: 'proof', label: 'Proof sent', count: 14, glyph: 'waiting-eye' },
  { id: 'hold', label: 'On hold', count: 3, glyph: 'on-hold' },
  { id: 'production', label: 'Production', count: 61, glyph: 'half' },
  { id: 'supplier', label: 'At supplier', count: 38, glyph: 'ring-arrow' },
  { id: 'ready', label: 'Ready', count: 22, glyph: 'full' },
  { id: 'part', label: 'Part shipped', count: 6, glyph: 'ink-half' },
]

const COLUMNS: readonly TableColumn<SampleOrder>[] = [
  {
    id: 'artwork',
    head: 'Artwork',
    headIsHidden: true,
    width: 40,
    look: 'picture',
    priority: 3,
    render: (order) => <Thumbnail src={order.artwork.src} trim={order.artwork.trim} alt="" />,
  },
  {
    id: 'number',
    head: 'Order',
    width: 108,
    look: 'code',
    isSortable: true,
    render: (order) => (
      <span style={{ display: 'inline-flex', alignItems: 'center', gap: 10 }}>
        {order.number}
        {order.waits && <RegisterMark state="out" size={13} label="waits to be sent" />}
      </span>
    ),
  },
  {
    id: 'customer',
    head: 'Customer',
    width: 220,
    look: 'main',
    isSortable: true,
    render: (order) => order.customer,
    fullText: (order) => order.customer,
  },
  {
    id: 'title',
    head: 'Title',
    width: 'flex',
    look: 'second',
    render: (order) => order.title,
    fullText: (order) => order.title,
  },
  {
    id: 'due',
    head: 'Due',
    width: 112,
    isSortable: true,
    render: (order) =>
      order.late ? (
        <StatusWord glyph="needs-you" size={12}>
          <span className="late">{order.due}</span>
        </StatusWord>
      ) : (
        order.due
      ),
  },
  {
    id: 'status',
    head: 'Status',
    width: 202,
    render: (order) => <StatusWord glyph={order.stage}>{order.word}</StatusWord>,
  },
  {
    id: 'payment',
    head: 'Payment',
    width: 112,
    priority: 2,
    render: (order) => (
      <StatusWord glyph={order.payment} size={13} tone={order.isPaid ? 'settled' : 'plain'}>
        {order.paymentWord}
      </StatusWord>
    ),
  },
  {
    id: 'total',
    head: 'Total EUR',
    width: 92,
    align: 'right',
    look: 'money',
    isSortable: true,
    render: (order) => order.total,
  },
]

/** The order list of picture 01, over a list of a hundred thousand. */
export function OrderListSample({ onOpen = nameInTitle }: { onOpen?: (order: SampleOrder) => void }) {
  const state = useTableState('gallery-orders')
  const [view, setView] = useState('open')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(['all']))
  const [number, setNumber] = useState('')
  const [status, setStatus] = useState<string | null>('On hold, Ready')
  const rows = useKeysetRows<SampleOrder>({
    listKey: `orders ${JSON.stringify(state.sort)}`,
    fetchPage: (cursor) => fetchOrders(cursor, state.sort),
    total: ORDER_TOTAL,
  })
  const columns = useMemo(() => COLUMNS, [])
  return (
    <Frame active="Orders" orderIsSolid sync="out">
      <Sheet
        head={
          <>
            <PageHeader
              title="Sales orders"
              actions={
                <>
                  <Button kind="quiet" icon={<IconDownload size={17} />}>
                    Export
                  </Button>
                  <Button kind="quiet" icon={<IconAdjustmentsHorizontal size={17} />}>
                    Columns
                  </Button>
                </>
              }
            />
            <Tabs
              label="Saved views"
              hasKeys
              active={view}
              onChange={setView}
              tabs={[
                { id: 'open', label: 'Everything open', count: 214 },
                { id: 'mine', label: 'My queue', count: 12, isChanged: true },
                { id: 'today', label: 'Due today', count: 8 },
                { id: 'person', label: 'Needs a person', count: 13 },
                { id: 'back', label: 'Back-orders', count: 5 },
                { id: 'web', label: 'Web shop', count: 19 },
              ]}
              right={
                <Button kind="quiet" size={28} icon={<IconBookmarkPlus size={16} />}>
                  Save view
                </Button>
              }
            />
          </>
        }
        foot={
          state.hasSelection ? (
            <SelectionBar
              state={state}
              total={ORDER_TOTAL}
              actions={
                <Button size={28} keys="P">
                  Print
                </Button>
              }
            />
          ) : (
            <FootBar
              right={
                <>
                  <KeyCap keys="Up" /> <KeyCap keys="Down" /> move <KeyCap keys="Enter" /> open <KeyCap keys="X" />{' '}
                  select
                </>
              }
            >
              <span className="hint">Last viewed</span>
              <span>
                <span className="mono">26-A04817</span> Bakkerij van Dongen
              </span>
              <span>
                <span className="mono">26-A04790</span> Autohaus Berger
              </span>
            </FootBar>
          )
        }
      >
        <div style={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0, minHeight: 0 }}>
          <div style={{ display: 'flex', gap: 8, padding: '8px 16px', alignItems: 'center' }}>
            <div style={{ width: 186 }}>
              <TextField
                label="Order number"
                labelIsHidden
                height={28}
                placeholder="Order number"
                icon={<IconHash size={15} />}
                right={<KeyCap keys="/" show="always" />}
                value={number}
                onChange={setNumber}
                isCode
              />
            </div>
            <FilterChip label="Status" value={status} onClear={() => setStatus(null)}>
              <CheckboxField label="On hold" isChecked onChange={() => {}} />
            </FilterChip>
            <FilterChip label="Payment method" value={null} onClear={() => {}}>
              Choices
            </FilterChip>
            <FilterChip label="Due" value={null} onClear={() => {}}>
              Choices
            </FilterChip>
            <span style={{ marginLeft: 'auto', display: 'flex', gap: 16 }}>
              <CheckboxField label="Finished" isChecked={false} onChange={() => {}} />
              <CheckboxField label="Cancelled" isChecked={false} onChange={() => {}} />
            </span>
          </div>
          <div style={{ padding: '0 16px' }}>
            <ControlStrip
              label="Orders by stage"
              stages={STAGES}
              chosen={chosen}
              onToggle={(id) => setChosen(new Set([id]))}
            />
          </div>
          <DataTable
            isMain
            isSelectable
            label="Sales orders"
            columns={columns}
            rows={rows}
            rowId={(order) => order.number}
            rowLabel={(order) => `${order.number} ${order.customer}`}
            state={state}
            onOpen={onOpen}
          />
        </div>
      </Sheet>
    </Frame>
  )
}

function nameInTitle(order: SampleOrder): void {
  document.title = `Opened ${order.number}`
}

/** The list and an order opened from it, to and fro. */
export function VisitSample() {
  const [opened, setOpened] = useState<SampleOrder | null>(null)
  useKeys([{ keys: 'Esc', label: 'Back', run: () => setOpened(null), isActive: opened !== null }])
  return opened === null ? <OrderListSample onOpen={setOpened} /> : <h1 className="t-title">{opened.number}</h1>
}
