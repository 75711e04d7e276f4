import { useTranslation } from 'react-i18next'
import { useFormat, useHouse } from '#renderer/client/index.ts'
import { CountryField } from '#renderer/settings/index.ts'
import {
  DateField,
  MoneyField,
  NumberField,
  SelectField,
  TextAreaField,
  TextField,
  TimeField,
} from '#renderer/ui/index.ts'
import type { Json } from '#shared/kernel/canonical-json.ts'
import type { TypedPart } from '#shared/kernel/change/typed-field.ts'
import { parseAmount, parseUnitPrice } from '#shared/kernel/parse/amount.ts'
import { parseNumber } from '#shared/kernel/parse/number.ts'
import { parsePercent } from '#shared/kernel/parse/percent.ts'
import { parseQuantity } from '#shared/kernel/parse/quantity.ts'

interface PartFieldProps {
  part: TypedPart
  label: string
  /** The row above says it already. */
  labelIsHidden: boolean
  value: Json
  /** `unread`: the code of why the text means nothing. */
  onChange: (value: Json, unread: string | null) => void
  error: string | null
  onLeave: () => void
  name: string
  choiceWord: (choice: string) => string
  autoFocus: boolean
}

const typeOf = { text: 'text', code: 'text', phone: 'tel', email: 'email' } as const

/** One thing to type, in the field that the product has for its kind. */
export function PartField({ part, value, onChange, choiceWord, ...field }: PartFieldProps) {
  const { today, currency } = useHouse()
  const text = typeof value === 'string' ? value : ''
  switch (part.as) {
    case 'text':
    case 'code':
    case 'phone':
    case 'email':
      return (
        <TextField
          {...field}
          type={typeOf[part.as]}
          isCode={part.as === 'code'}
          value={text}
          onChange={(typed) => onChange(typed, null)}
        />
      )
    case 'lines':
      return <TextAreaField {...field} value={text} onChange={(typed) => onChange(typed, null)} />
    case 'country':
      return (
        <CountryField
          label={field.label}
          labelIsHidden={field.labelIsHidden}
          name={field.name}
          error={field.error}
          value={text}
          onChange={(code) => onChange(code, null)}
        />
      )
    case 'choice':
      return (
        <SelectField
          {...field}
          options={(part.choices ?? []).map((choice) => ({ value: choice, label: choiceWord(choice) }))}
          value={text === '' ? null : text}
          onChange={(choice) => onChange(choice, null)}
          isSearchable={(part.choices ?? []).length > 12}
        />
      )
    case 'date':
      return (
        <DateField
          {...field}
          today={today}
          value={text === '' ? null : text}
          onChange={(date, typed) => onChange(date, unreadOf(date, typed, 'date.malformed'))}
        />
      )
    case 'time':
      return (
        <TimeField
          {...field}
          value={text === '' ? null : text}
          onChange={(time, typed) => onChange(time, unreadOf(time, typed, 'time.malformed'))}
        />
      )
    default:
      return <FigureField {...field} as={part.as} value={value} onChange={onChange} currency={currency} />
  }
}

interface FigureFieldProps extends Omit<PartFieldProps, 'part' | 'choiceWord'> {
  as: 'amount' | 'price' | 'percent' | 'whole' | 'quantity'
  currency: ReturnType<typeof useHouse>['currency']
}

interface FigureForm {
  readonly parse: (text: string) => number | null
  readonly format: (value: number) => string
}

const anyWhole = { decimals: 0, min: 0, max: 1_000_000_000 } as const

function FigureField({ as, value, onChange, currency, ...field }: FigureFieldProps) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const { language } = format
  const forms: Readonly<Record<typeof as, FigureForm>> = {
    amount: {
      parse: (text) => readingOf(parseAmount(text, { language, currency })),
      format: (amount) => format.amountToEdit(amount, currency),
    },
    price: {
      parse: (text) => {
        const reading = parseUnitPrice(text, { language, currency })
        return reading.ok && reading.value.base === 1 ? reading.value.amount : null
      },
      format: format.priceToEdit,
    },
    percent: { parse: (text) => readingOf(parsePercent(text, { language })), format: format.percentToEdit },
    whole: { parse: (text) => readingOf(parseNumber(text, { language, ...anyWhole })), format: String },
    quantity: {
      parse: (text) => readingOf(parseQuantity(text, { language, unit: 'C62' })),
      format: format.quantityToEdit,
    },
  }
  const props = {
    ...field,
    value: typeof value === 'number' ? value : null,
    ...forms[as],
    onChange: (figure: number | null, text: string) => onChange(figure, unreadOf(figure, text, 'number.malformed')),
  }
  if (as === 'amount' || as === 'price')
    return <MoneyField {...props} label={t('finding.inCurrency', { field: field.label, currency })} />
  return <NumberField {...props} right={as === 'percent' ? '%' : undefined} />
}

function readingOf(reading: { readonly ok: true; readonly value: number } | { readonly ok: false }): number | null {
  return reading.ok ? reading.value : null
}

function unreadOf(value: unknown, text: string, code: string): string | null {
  return value === null && text.trim() !== '' ? code : null
}
