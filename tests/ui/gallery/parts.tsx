import { IconDotsVertical, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import {
  Button,
  Card,
  ChoiceList,
  CopyTag,
  Density,
  Dialog,
  Glyph,
  IconButton,
  KeyCap,
  Popover,
  ProgressLine,
  RegisterMark,
  type RegisterState,
  Segmented,
  StatusWord,
  Steps,
  statusGlyphs,
  Tag,
  Thumbnail,
  useToast,
  useWaitingScans,
} from '#renderer/ui/index.ts'
import { artwork } from './artwork.ts'

const ROW = { display: 'flex', flexWrap: 'wrap', gap: 10, alignItems: 'center' } as const

/** Every small part in all its states. */
export function PartsSample() {
  const say = useToast()
  const waiting = useWaitingScans()
  const [isOpen, setOpen] = useState(false)
  const [isWhy, setWhy] = useState(false)
  const [sync, setSync] = useState<RegisterState>('out')
  const [rest, setRest] = useState<'split' | 'wait' | null>('split')
  return (
    <main style={{ display: 'grid', gap: 16, padding: 20, background: 'var(--sheet)' }}>
      <h1 className="t-title">Parts</h1>
      <div style={{ columns: '6 160px', columnGap: 20 }}>
        {Object.entries(statusGlyphs).map(([thing, states]) => (
          <section key={thing} style={{ breakInside: 'avoid', paddingBottom: 10 }}>
            <h2 className="t-label hint" style={{ margin: 0 }}>
              {thing}
            </h2>
            {Object.entries(states).map(([state, glyph]) => (
              <div key={state} className="t-second">
                <StatusWord glyph={glyph}>{state}</StatusWord>
              </div>
            ))}
          </section>
        ))}
      </div>
      <div style={ROW}>
        {(['desk', 'sheet', 'sunk', 'hover', 'accbg', 'magenta-bg'] as const).map((bed) => (
          <span key={bed} style={{ ...ROW, padding: 8, background: `var(--${bed})` }}>
            {(
              [
                'ring',
                'half',
                'waiting',
                'waiting-clock',
                'needs-you',
                'unknown',
                'short',
                'versions',
                'refused',
                'accepted',
                'called-off',
                'dashed',
              ] as const
            ).map((name) => (
              <Glyph key={name} name={name} />
            ))}
          </span>
        ))}
        {(
          [
            'needs-you',
            'unknown',
            'refused',
            'waiting-euro',
            'waiting-eye',
            'two-thirds',
            'ink-check',
            'paper',
            'versions',
          ] as const
        ).map((name) => (
          <Glyph key={name} name={name} size={32} />
        ))}
      </div>
      <div style={ROW}>
        <Button kind="solid" keys="Ctrl+Enter">
          Place order
        </Button>
        <Button keys="Alt+P" icon={<IconPrinter size={17} />}>
          All papers
        </Button>
        <Button kind="quiet" keys="Esc">
          Close, keep draft
        </Button>
        <Button kind="danger">Cancel order</Button>
        <Button kind="solid" blockedBy="Decide 2 more fields" keys="Ctrl+Enter">
          Save merged
        </Button>
        <Button kind="solid" isBusy>
          Sending
        </Button>
        <Button isBusy>Sending</Button>
        <Button size={28} keys="F8">
          Go to the field
        </Button>
        <Button size={44} kind="solid">
          Yes, it is there
        </Button>
        <Button size={56}>Receive</Button>
        <IconButton label="Row menu" icon={<IconDotsVertical size={17} />} />
        <KeyCap keys="Ctrl+Shift+P" show="always" />
        <KeyCap keys="PageDown" show="always" />
      </div>
      <div style={ROW}>
        <Button
          onClick={() => say({ message: '26-A04817 is on hold', takeBack: () => say({ message: 'Taken back' }) })}
        >
          Say it
        </Button>
        <Button onClick={() => setOpen(true)} aria-haspopup="dialog">
          Issue invoice
        </Button>
        <Popover
          label="Why 474.00?"
          isOpen={isWhy}
          onClose={() => setWhy(false)}
          hasArrow
          target={
            <Button onClick={() => setWhy(!isWhy)} aria-expanded={isWhy}>
              Why this price?
            </Button>
          }
        >
          Price list of 2 Nov 2026
        </Popover>
        <Button onClick={() => setSync('in')}>Send the last change</Button>
        <RegisterMark state={sync} size={32} label={`register ${sync}`} />
        <RegisterMark state="in" size={20} label="in register" />
        <RegisterMark state="out" size={16} label="changes wait" />
        <RegisterMark state="offline" size={20} label="offline" />
        <CopyTag copy={2} />
        <Tag>version 2</Tag>
        <span data-testid="waiting-scans">{waiting}</span>
      </div>
      <div style={ROW}>
        <Thumbnail src={artwork.brownCard.src} trim={artwork.brownCard.trim} alt="" />
        <Thumbnail src={artwork.poster.src} trim={artwork.poster.trim} box="entry" alt="" />
        <Thumbnail src={null} trim={{ width: 85, height: 55 }} box="page" alt="not ready yet" />
        <Thumbnail
          src={artwork.blueBanner.src}
          trim={artwork.blueBanner.trim}
          box={{ width: 100, height: 60 }}
          alt="Banner"
        />
        <Thumbnail src={artwork.brownCard.src} trim={artwork.brownCard.trim} box="large" alt="Business card" />
        <Density value="touch">
          <div style={{ width: 358 }}>
            <ChoiceList
              label="The 5 that are missing"
              value={rest}
              onChange={setRest}
              choices={[
                {
                  value: 'split',
                  label: 'Split: send 3, rest later',
                  consequence: 'Line becomes 3 + 5, 5 go to back-orders',
                },
                { value: 'wait', label: 'Wait with the whole line', consequence: 'Puts the 3 back on the shelf' },
              ]}
            />
          </div>
          <Segmented
            label="Method"
            size={44}
            value="cash"
            onChange={() => {}}
            segments={[
              { value: 'pin', label: 'PIN' },
              { value: 'cash', label: 'Cash' },
            ]}
          />
          <Button size={60} kind="solid">
            Pick 3, split 5
          </Button>
        </Density>
      </div>
      <div style={{ ...ROW, alignItems: 'flex-start' }}>
        <div style={{ width: 230 }}>
          <Card tone="needs">
            <ProgressLine label="Sending file" share={0.33}>
              Sending file, 31 of 94 MB
            </ProgressLine>
          </Card>
        </div>
        <Steps
          label="Set-up"
          current="printers"
          steps={[
            { id: 'company', label: 'Company and VAT' },
            { id: 'printers', label: 'Printers' },
            { id: 'people', label: 'People' },
          ]}
        />
      </div>
      <Dialog
        title="Issue invoice over 580.80?"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button kind="quiet" onClick={() => setOpen(false)}>
              Not yet
            </Button>
            <Button kind="solid" keys="Ctrl+Enter" onClick={() => setOpen(false)}>
              Issue it
            </Button>
          </>
        }
      >
        It goes to Bakkerij van Dongen by e-mail and cannot be changed afterwards.
      </Dialog>
    </main>
  )
}
