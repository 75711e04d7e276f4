import { useState } from 'react'
import {
  Button,
  ColumnPart,
  Content,
  Density,
  PageHeader,
  Segmented,
  SegmentedTiers,
  Sheet,
  SideColumn,
  StatusWord,
  SumLines,
} from '#renderer/ui/index.ts'
import { Frame } from './frame.tsx'

const SIZES = ['A6', 'A5', 'A4', 'DL'].map((value) => ({ value, label: value }))
const PAPERS = ['115 g', '135 g', '150 g silk', '170 g'].map((value) => ({ value, label: value }))

/** The configurator of picture 02. */
export function OrderEntrySample() {
  const [size, setSize] = useState('A5')
  const [paper, setPaper] = useState('150 g silk')
  const [tier, setTier] = useState<string | null>('500')
  const [other, setOther] = useState('')
  return (
    <Frame active="Orders">
      <Sheet
        head={
          <PageHeader
            title="New sales order"
            beside={<StatusWord glyph="dashed">Draft, kept on this station</StatusWord>}
            actions={
              <>
                <Button kind="quiet" keys="Alt+H">
                  Hold
                </Button>
                <Button keys="Alt+P">Take payment</Button>
                <Button kind="solid" keys="Ctrl+Enter">
                  Place order
                </Button>
              </>
            }
          />
        }
      >
        <Density value="counter">
          <Content>
            <div
              style={{
                display: 'grid',
                gap: 8,
                padding: 16,
                background: 'var(--sunk)',
                border: '1px solid var(--line)',
                borderRadius: 6,
              }}
            >
              <Segmented label="Size" segments={SIZES} value={size} onChange={setSize} />
              <Segmented label="Inside" segments={PAPERS} value={paper} onChange={setPaper} />
              <SegmentedTiers
                label="Pieces"
                value={tier}
                onChange={setTier}
                tiers={[
                  { value: '100', quantity: '100', price: '248.00', each: '2.480 ea' },
                  { value: '250', quantity: '250', price: '336.00', each: '1.344 ea' },
                  { value: '500', quantity: '500', price: '474.00', each: '0.948 ea' },
                  { value: '1000', quantity: '1,000', price: '702.00', each: '0.702 ea' },
                ]}
                other={{
                  text: other,
                  onChange: (text) => {
                    setOther(text)
                    setTier(text === '' ? '500' : null)
                  },
                }}
              />
            </div>
          </Content>
        </Density>
        <SideColumn label="Price">
          <ColumnPart title="Line 3" right="F2">
            <SumLines
              label="Why this price"
              lines={[
                { id: '1', label: 'A5 16 pp, tier 500', amount: '412.00' },
                { id: '2', label: 'Matt lamination, one side', amount: '+ 103.00' },
                { id: '3', label: 'List price', amount: '515.00', kind: 'sum' },
                { id: '4', label: 'Group Healthcare, 8%', amount: '− 41.20' },
                { id: '5', label: 'Net price', amount: '474.00', kind: 'grand' },
              ]}
            />
          </ColumnPart>
        </SideColumn>
      </Sheet>
    </Frame>
  )
}
