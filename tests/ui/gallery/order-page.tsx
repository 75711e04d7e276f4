import {
  IconAlertTriangle,
  IconCash,
  IconCopy,
  IconFilePlus,
  IconFiles,
  IconHistory,
  IconLock,
  IconMail,
  IconMapPin,
  IconPencil,
  IconPrinter,
  IconReceipt2,
  IconReload,
  IconStack2,
} from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import {
  Button,
  ColumnPart,
  Content,
  CopyTag,
  DataTable,
  Facts,
  MoneyColumn,
  PageHeader,
  Sheet,
  SideMenu,
  SideMenuGroup,
  SideMenuItem,
  StatusWord,
  SumLines,
  type TableColumn,
  Thumbnail,
  Timeline,
  ToggleChip,
  useKeys,
  useToast,
  WaitingNote,
} from '#renderer/ui/index.ts'
import { artwork } from './artwork.ts'
import { Frame } from './frame.tsx'

interface Line {
  readonly id: string
  readonly title: string
  readonly detail: string
  readonly code: string
  readonly pieces: string
  readonly each: string
  readonly net: string
  readonly art: { readonly src: string; readonly trim: { readonly width: number; readonly height: number } }
}

const LINES: readonly Line[] = [
  {
    id: '1',
    title: 'Business cards 85×55, 350 g',
    detail: '5 names × 250, matt',
    code: 'K7-9HD3 v2',
    pieces: '1,250',
    each: '0.078',
    net: '98.00',
    art: artwork.brownCard,
  },
  {
    id: '2',
    title: 'Letterhead A4, 90 g, 1/0',
    detail: 'From stock',
    code: 'K7-9HD4 v1',
    pieces: '2,000',
    each: '0.082',
    net: '164.00',
    art: artwork.letterhead,
  },
  {
    id: '3',
    title: 'PVC banner 300×100 cm, 510 g',
    detail: 'Hemmed, eyelets',
    code: 'K7-9HE1 v3',
    pieces: '2',
    each: '58.50',
    net: '117.00',
    art: artwork.blueBanner,
  },
]

const TWO_LINES = { display: 'grid' } as const

/** The order page of picture 03. */
export function OrderPageSample() {
  const say = useToast()
  const [filter, setFilter] = useState('all')
  const take = () => say({ message: '406.56 taken by PIN', takeBack: () => say({ message: 'Taken back' }) })
  useKeys([{ keys: 'Alt+P', label: 'Take payment', run: take }])
  const columns = useMemo<readonly TableColumn<Line>[]>(
    () => [
      {
        id: 'art',
        head: 'Artwork',
        headIsHidden: true,
        width: 78,
        look: 'picture',
        priority: 3,
        render: (line) => <Thumbnail src={line.art.src} trim={line.art.trim} box="page" alt="" />,
      },
      {
        id: 'line',
        head: 'Line and file',
        width: 'flex',
        render: (line) => (
          <span style={TWO_LINES}>
            <span className="t-body strong one-line">{line.title}</span>
            <span className="t-hint one-line">
              {line.detail} · <span className="mono">{line.code}</span>
            </span>
          </span>
        ),
      },
      {
        id: 'pieces',
        head: 'Pieces',
        width: 80,
        align: 'right',
        look: 'number',
        render: (line) => (
          <span style={TWO_LINES}>
            <span className="t-body">{line.pieces}</span>
            <span className="t-hint">{line.each}</span>
          </span>
        ),
      },
      {
        id: 'status',
        head: 'Status',
        width: 150,
        render: () => (
          <StatusWord glyph="ink-arrow" size={13}>
            Shipped 14:02
          </StatusWord>
        ),
      },
      { id: 'net', head: 'Net EUR', width: 82, align: 'right', look: 'money', render: (line) => line.net },
    ],
    [],
  )
  return (
    <Frame active="Orders">
      <Sheet
        head={
          <PageHeader
            code="26-A04817"
            title="Bakkerij van Dongen BV"
            beside={
              <StatusWord glyph="ink-half" tone="needs">
                Partly shipped, 2 of 3
              </StatusWord>
            }
            onBack={() => {}}
            actions={
              <>
                <Button icon={<IconPrinter size={17} />}>All papers</Button>
                <Button kind="solid" icon={<IconCash size={17} />} keys="Alt+P" onClick={take}>
                  Take 406.56
                </Button>
              </>
            }
          />
        }
      >
        <SideMenu label="Parts of the order">
          <SideMenuItem label="Summary" icon={<IconStack2 />} isActive onClick={() => {}} />
          <SideMenuItem label="Ship to" icon={<IconMapPin />} onClick={() => {}} />
          <SideMenuItem label="Money" icon={<IconReceipt2 />} onClick={() => {}} />
          <SideMenuItem label="Papers" icon={<IconFiles />} count={6} onClick={() => {}} />
          <SideMenuItem label="E-mail, SMS" icon={<IconMail />} count={4} onClick={() => {}} />
          <SideMenuItem label="Quality claim" icon={<IconAlertTriangle />} onClick={() => {}} />
          <SideMenuItem label="History" icon={<IconHistory />} onClick={() => {}} />
          <SideMenuGroup title="Order again">
            <SideMenuItem label="Reprint" detail="identical, paid" icon={<IconReload />} onClick={() => {}} />
            <SideMenuItem label="Duplicate" detail="new files" icon={<IconCopy />} onClick={() => {}} />
            <SideMenuItem label="New order" detail="same customer" icon={<IconFilePlus />} onClick={() => {}} />
            <SideMenuItem label="Re-run" detail="needs a claim first" icon={<IconLock />} isLocked onClick={() => {}} />
          </SideMenuGroup>
        </SideMenu>
        <Content>
          <Facts
            facts={[
              { label: 'Contact', value: 'M. van Dongen', detail: '+31 30 231 77 40' },
              { label: 'Ship to', value: 'Biltstraat 88', detail: 'Utrecht · PostNL' },
              { label: 'Wanted', value: 'Tue 24 Nov', detail: 'in 3 working days' },
              { label: 'Reference', value: 'opening Biltstraat', detail: 'Web shop, 16 Nov' },
            ]}
          />
          <div style={{ margin: '12px -16px', borderTop: '1px solid var(--line2)' }}>
            <DataTable
              label="Lines"
              columns={columns}
              rows={LINES}
              rowId={(line) => line.id}
              rowLabel={(line) => line.title}
              rowHeight={56}
              fitsRows
            />
          </div>
          <div style={{ display: 'flex', gap: 8, alignItems: 'center', marginBottom: 6 }}>
            <h2 className="t-section" style={{ marginRight: 'auto' }}>
              What happened
            </h2>
            {['all', 'notes', 'mail'].map((id) => (
              <ToggleChip key={id} isOn={filter === id} onToggle={() => setFilter(id)}>
                {id}
              </ToggleChip>
            ))}
          </div>
          <Timeline
            label="What happened"
            events={[
              {
                id: '1',
                at: '2026-11-19T14:02:00Z',
                time: '14:02',
                sign: 'ink-arrow',
                what: 'Shipment 1 of 2 handed to PostNL',
                who: 'Daan · packing desk',
                code: '3SKABA 042 771 985',
              },
              {
                id: '2',
                at: '2026-11-19T13:38:00Z',
                time: '13:38',
                sign: 'ink-check',
                what: (
                  <>
                    Packing slip printed <CopyTag copy={2} />
                  </>
                ),
                who: 'Daan · Kyocera P3150',
              },
              {
                id: '3',
                at: '2026-11-19T11:20:00Z',
                time: '11:20',
                sign: 'ring-arrow',
                what: 'Line 3 sent to Probo by API, accepted',
                who: 'sent once · their no. PB-884120',
              },
              {
                id: '4',
                at: '2026-11-18',
                time: '18 Nov',
                sign: <IconPencil size={14} />,
                what: 'Ruud replaced the banner file, v2 by v3',
                who: 'hash differs · proof asked again',
              },
            ]}
          />
        </Content>
        <MoneyColumn label="Money and papers">
          <ColumnPart title="Money">
            <SumLines
              label="Money"
              lines={[
                { id: 'lines', label: 'Lines, net', amount: '472.00' },
                { id: 'ship', label: 'Shipping PostNL', amount: '8.00' },
                { id: 'vat', label: 'VAT 21% of 480.00', amount: '100.80' },
                { id: 'total', label: 'Total EUR', amount: '580.80', kind: 'sum' },
                {
                  id: 'deposit',
                  label: (
                    <StatusWord glyph="ink-check" size={13}>
                      Deposit, PIN 09:41
                    </StatusWord>
                  ),
                  amount: '− 174.24',
                },
                {
                  id: 'open',
                  label: (
                    <StatusWord glyph="ink-third" size={13}>
                      Open
                    </StatusWord>
                  ),
                  amount: '406.56',
                  kind: 'grand',
                },
                { id: 'cost', label: '', amount: 'Cost 271.90 · margin 42.4%', kind: 'note' },
              ]}
            />
          </ColumnPart>
          <ColumnPart title="Papers" right="in Dutch">
            <div style={{ display: 'grid', gap: 4 }}>
              {['Job ticket', 'Packing slip 1', 'Label'].map((paper) => (
                <div
                  key={paper}
                  style={{ display: 'flex', gap: 8, alignItems: 'center', borderBottom: '1px solid var(--line)' }}
                >
                  <Thumbnail box="journal" src={artwork.jobTicket.src} trim={artwork.jobTicket.trim} alt="" />
                  <span className="t-second strong" style={{ flex: 1 }}>
                    {paper}
                  </span>
                  <StatusWord glyph="ink-check" size={13} tone="settled">
                    <span className="t-second">Printed</span>
                  </StatusWord>
                </div>
              ))}
            </div>
          </ColumnPart>
          <div style={{ padding: 16 }}>
            <WaitingNote title="Call Mon 23 Nov, 10:00">Tell Marieke the banner is in.</WaitingNote>
          </div>
        </MoneyColumn>
      </Sheet>
    </Frame>
  )
}
