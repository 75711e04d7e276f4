import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { IconButton, TextField } from '#renderer/ui/index.ts'
import { EntryGrid } from '../grid/entry-grid.tsx'
import { EntryNames, useRemoveEntry } from './entry-head.tsx'
import { withAreaCells, withEntry } from './price-steps.ts'
import styles from './product-editor.module.css'
import type { EntryValues } from './product-values.ts'
import type { ProductForm } from './use-product-form.ts'

interface EntryFieldsProps {
  form: ProductForm
  entry: EntryValues
  at: number
}

const fieldsOf = {
  area: ['minimumArea', 'minimumCharge'],
  hourly: ['price', 'minimum', 'step'],
  unit: ['price'],
  tiers: [],
} as const satisfies Readonly<Record<EntryValues['way'], readonly (keyof EntryValues)[]>>

/** A price by area, by the hour or by the piece. */
export function EntryFields({ form, entry, at }: EntryFieldsProps) {
  const { t } = useTranslation('catalog')
  const remove = useRemoveEntry(form)
  const { change, check, leave, values, reading } = form
  const path = `priceTable.entries.${at}.way`
  const currency = values.prices?.currency ?? ''
  const set = (part: Partial<EntryValues>) =>
    change((now) => ({ ...now, prices: now.prices === null ? null : withEntry(now.prices, entry.id, part) }))
  const cell = (name: string, text: string) => ({
    text,
    name,
    error: check.errorOf(name),
    readings: reading.questions.get(name),
  })
  return (
    <section className={styles.part} aria-label={t(`screen.price.way.${entry.way}`)}>
      <div className={styles.partHead}>
        <h2 className="t-section">{t(`screen.price.way.${entry.way}`)}</h2>
        <IconButton
          label={t('screen.price.removeEntry')}
          icon={<IconX size={16} stroke={1.6} />}
          onClick={() => remove(entry, at)}
        />
      </div>
      <div className={styles.entry}>
        <EntryNames form={form} entry={entry} at={at} />
        {fieldsOf[entry.way].map((field) => (
          <TextField
            key={field}
            name={`${path}.${field}`}
            label={t(`screen.price.entry.${entry.way}.${field}`, { currency })}
            value={entry[field]}
            onChange={(text) => set({ [field]: text })}
            onLeave={leave(`${path}.${field}`)}
            error={check.errorOf(`${path}.${field}`)}
          />
        ))}
      </div>
      {entry.way === 'area' && (
        <EntryGrid
          label={t('screen.price.way.area')}
          maxWidth={380}
          columns={[
            { id: 'from', head: t('screen.price.areaFrom'), label: t('screen.price.areaFrom'), isNumber: true },
            {
              id: 'price',
              head: t('screen.price.areaPrice', { currency }),
              label: t('screen.price.areaPrice', { currency }),
              isNumber: true,
            },
          ]}
          rows={entry.areas.map((area, row) => ({
            id: String(row),
            label: t('screen.price.areaRow', { number: row + 1 }),
            cells: [
              {
                ...cell(`${path}.tiers.${row}.from`, area.from),
                placeholder: area.from === '' ? t('screen.grid.another') : '',
              },
              cell(`${path}.tiers.${row}.price`, area.price),
            ],
          }))}
          onCells={(changes) => set(withAreaCells(entry, changes))}
          onLeave={(name) => leave(name)()}
        />
      )}
    </section>
  )
}
