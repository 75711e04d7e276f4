import { useState } from 'react'
import {
  Button,
  CheckboxField,
  ComboField,
  type ComboOption,
  Content,
  DateField,
  ErrorNotice,
  FieldGrid,
  MoneyField,
  NumberField,
  PageHeader,
  QuestionNote,
  SelectField,
  Sheet,
  StatusWord,
  TextAreaField,
  TextField,
  WaitingNote,
} from '#renderer/ui/index.ts'
import { Frame } from './frame.tsx'

const TOWNS: readonly ComboOption[] = [
  { id: '1', label: '61-823 Poznań', detail: 'Wielkopolskie' },
  { id: '2', label: '31-005 Kraków', detail: 'Małopolskie' },
]

function parseHundredths(text: string): number | null {
  const match = /^(\d+)(?:[.,](\d{1,2}))?$/.exec(text.trim())
  return match === null ? null : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

const formatHundredths = (value: number) => (value / 100).toFixed(2)

/** The refused save of picture 10c, with every kind of field. */
export function CustomerFormSample() {
  const [vat, setVat] = useState('PL 7792 4330 185')
  const [company, setCompany] = useState('Piekarnia Złoty Kłos Sp. z o.o.')
  const [group, setGroup] = useState('bakeries')
  const [town, setTown] = useState<ComboOption | null>(TOWNS[0] ?? null)
  const [limit, setLimit] = useState<number | null>(250_000)
  const [reduction, setReduction] = useState<number | null>(800)
  const [since, setSince] = useState<string | null>('2026-11-26')
  const [note, setNote] = useState('Stickers every first Monday, always matt. Speaks German too.')
  const [isMailed, setMailed] = useState(true)
  return (
    <Frame active="Parties" sync="offline">
      <Sheet
        head={
          <PageHeader
            title="New customer"
            beside={<StatusWord glyph="dashed">Kept on this station since 14:03</StatusWord>}
            actions={
              <>
                <Button kind="quiet" keys="Esc">
                  Close, keep draft
                </Button>
                <Button kind="solid" keys="Ctrl+S">
                  Save
                </Button>
              </>
            }
          />
        }
      >
        <Content>
          <div style={{ display: 'grid', gap: 18, maxWidth: 960 }}>
            <ErrorNotice
              what="Not saved: one field needs you"
              why="The VAT number has 11 digits, a Polish one has 10 after PL. Everything you typed is still here."
              reference="E-7Q2K"
            >
              <Button size={28} keys="F8">
                Go to the field
              </Button>
              <Button size={28}>Save without VAT number</Button>
            </ErrorNotice>
            <FieldGrid columns={3}>
              <TextField label="Company" value={company} onChange={setCompany} />
              <TextField
                label="Customer code (next free number)"
                isCode
                value="C-1127"
                onChange={() => {}}
                isReadOnly
              />
              <SelectField
                label="Group"
                value={group}
                onChange={setGroup}
                options={[
                  { value: 'bakeries', label: 'Bakeries' },
                  { value: 'health', label: 'Healthcare' },
                ]}
              />
              <TextField
                label="VAT number"
                isCode
                value={vat}
                onChange={setVat}
                error="One digit too many. Example: PL 7792433018"
                wrong={{ from: vat.length - 1, to: vat.length }}
              />
              <ComboField
                label="Postcode and town"
                value={town}
                onChange={setTown}
                search={async (text) => TOWNS.filter((entry) => entry.label.toLowerCase().includes(text.toLowerCase()))}
              />
              <DateField
                label="Customer since"
                value={since}
                onChange={setSince}
                today="2026-11-19"
                note="in 5 working days"
              />
              <MoneyField
                label="Credit limit, EUR"
                value={limit}
                onChange={setLimit}
                parse={parseHundredths}
                format={formatHundredths}
              />
              <NumberField
                label="Discount, %"
                value={reduction}
                onChange={setReduction}
                parse={parseHundredths}
                format={formatHundredths}
                hint="on the whole price list"
              />
              <TextField label="Shelf" isCode isDisabled value="C-07" onChange={() => {}} />
            </FieldGrid>
            <WaitingNote title="The VAT register cannot be reached" isOffline status="Check waiting">
              No network since 13:20. The number will be checked when it is back; the customer can be used for orders
              now.
            </WaitingNote>
            <QuestionNote
              title="5,000 is under 30%."
              answers={
                <>
                  <Button size={28} keys="1">
                    Line 1
                  </Button>
                  <Button size={28} keys="2">
                    Line 2
                  </Button>
                </>
              }
            >
              It stays off the paper until an owner agrees.
            </QuestionNote>
            <TextAreaField label="Note for the counter" value={note} onChange={setNote} />
            <CheckboxField label="Mail the receipt too" isChecked={isMailed} onChange={setMailed} />
          </div>
        </Content>
      </Sheet>
    </Frame>
  )
}
