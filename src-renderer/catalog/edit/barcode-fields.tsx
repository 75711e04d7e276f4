import { useTranslation } from 'react-i18next'
import { TextField } from '#renderer/ui/index.ts'
import type { ProductForm } from './use-product-form.ts'

/** Codes that stand for the product; one empty field is always left. A trade number with a wrong check digit is said. */
export function BarcodeFields({ form }: { form: ProductForm }) {
  const { t } = useTranslation('catalog')
  const { values, set, check, reading } = form
  const type = (place: number, text: string) => {
    const typed = values.barcodes.map((code, at) => (at === place ? text : code))
    set({ barcodes: typed.at(-1)?.trim() === '' ? typed : [...typed, ''] })
  }
  return values.barcodes.map((code, place) => {
    const sent = values.barcodes.slice(0, place).filter((each) => each.trim() !== '').length
    const path = `barcodes.${sent}.code`
    const isBlank = code.trim() === ''
    return (
      <TextField
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place, whatever is typed into it
        key={place}
        name={isBlank ? `barcode.new` : path}
        isCode
        takesScans
        label={t('screen.field.barcode', { number: place + 1 })}
        value={code}
        onChange={(text) => type(place, text)}
        onLeave={check.leave(path)}
        error={isBlank ? null : check.errorOf(path)}
        hint={reading.oddBarcodes.has(place) ? t('screen.field.barcodeOdd') : undefined}
      />
    )
  })
}
