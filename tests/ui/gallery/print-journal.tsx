import { IconClipboardCheck, IconPackageImport, IconScan } from '@tabler/icons-react'
import {
  Button,
  Content,
  CropMarks,
  EmptyState,
  Glyph,
  PageHeader,
  QuestionCard,
  Sheet,
  Thumbnail,
  ToggleChip,
} from '#renderer/ui/index.ts'
import { artwork } from './artwork.ts'
import { Frame } from './frame.tsx'

/** The open question of picture 07 above the empty list of picture 10b. */
export function PrintJournalSample() {
  return (
    <Frame active="Print journal">
      <Sheet
        head={
          <PageHeader
            title="Print journal"
            beside="today 148 print jobs, 2 need you"
            actions={
              <>
                <ToggleChip isOn onToggle={() => {}}>
                  All
                </ToggleChip>
                <ToggleChip isOn={false} onToggle={() => {}}>
                  <Glyph name="unknown" size={13} /> Unknown 1
                </ToggleChip>
                <ToggleChip isOn={false} onToggle={() => {}}>
                  <Glyph name="waiting" size={13} /> Queued 1
                </ToggleChip>
              </>
            }
          />
        }
      >
        <Content>
          <QuestionCard
            glyph="unknown"
            status="Unknown outcome, 14:04"
            question="Did it come out?"
            picture={
              <CropMarks>
                <Thumbnail
                  src={artwork.receipt.src}
                  trim={artwork.receipt.trim}
                  box={{ width: 60, height: 62 }}
                  alt=""
                />
              </CropMarks>
            }
            answers={
              <>
                <Button kind="solid" size={44} spread keys="Y">
                  Yes, it is there
                </Button>
                <Button size={44} spread keys="N">
                  No, print as COPY 2
                </Button>
                <Button kind="quiet" size={44} spread keys="M">
                  Print on another printer…
                </Button>
              </>
            }
          >
            <p>
              Receipt for <span className="mono">26-A04830</span>, Brasserie Le Vieux Canal, EUR 318.23, on Receipt
              TM-T88
            </p>
            <p className="t-second settled">
              The line dropped after 2,110 of 2,874 bytes. Nothing is printed again until you answer.
            </p>
          </QuestionCard>
          <div style={{ display: 'grid', placeItems: 'center', marginTop: 16 }}>
            <EmptyState
              title="Nothing to pick yet"
              ways={[
                {
                  id: '1',
                  icon: <IconClipboardCheck size={22} stroke={1.6} />,
                  title: 'Release an order that waits',
                  detail: '4 orders are on hold or to be paid',
                  action: (
                    <Button kind="solid" keys="W">
                      Show them
                    </Button>
                  ),
                },
                {
                  id: '2',
                  icon: <IconScan size={22} stroke={1.6} />,
                  title: 'Scan a packing slip or order',
                  detail: 'The scanner works on every screen',
                  action: <Button keys="T">Type a code</Button>,
                },
                {
                  id: '3',
                  icon: <IconPackageImport size={22} stroke={1.6} />,
                  title: 'Put stock on the shelves first',
                  detail: 'No product has a location yet',
                  action: <Button keys="R">Receive goods</Button>,
                },
              ]}
            >
              A pick list starts here by itself when an order has stock lines and is released. Three ways to get the
              first one:
            </EmptyState>
          </div>
        </Content>
      </Sheet>
    </Frame>
  )
}
