import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTakeBack } from '#renderer/client/index.ts'
import { Button, classNames, Popover, Segmented, TextField } from '#renderer/ui/index.ts'
import { conditionWords } from '../words/option-words.ts'
import { useOptionSayer } from '../words/use-option-sayer.ts'
import { ConditionsField } from './conditions-field.tsx'
import { movedUp } from './option-steps.ts'
import { withEntry } from './price-steps.ts'
import styles from './product-editor.module.css'
import { type EntryValues, withText } from './product-values.ts'
import type { ProductForm } from './use-product-form.ts'

interface EntryHeadProps {
  form: ProductForm
  entry: EntryValues
  at: number
}

/** A price is called by when it counts, else by its own name. */
export function useEntryTitle(form: ProductForm): (entry: EntryValues, at: number) => string {
  const { t } = useTranslation('catalog')
  const sayer = useOptionSayer()
  const { options, priceTable } = form.reading.input
  return ({ names }, at) => {
    const read = priceTable?.entries[at]
    const when = read === undefined ? '' : conditionWords(read.conditions, options, sayer)
    return when || sayer.text(names) || t('screen.price.always')
  }
}

/** The head of a price column says when it counts; pressed, it is where that is changed. */
export function EntryHead({ form, entry, at }: EntryHeadProps) {
  const { t } = useTranslation('catalog')
  const [isOpen, setOpen] = useState(false)
  const title = useEntryTitle(form)(entry, at)
  return (
    <Popover
      label={title}
      isOpen={isOpen}
      onClose={() => setOpen(false)}
      width={360}
      position="bottom-end"
      trapsFocus
      target={
        <button
          type="button"
          name={`priceTable.entries.${at}`}
          className={styles.columnHead}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <span className="one-line">{title}</span>
          <span className={styles.priced}>{t(`screen.price.priced.${entry.priced}`)}</span>
        </button>
      }
    >
      <EntryHeadFields form={form} entry={entry} at={at} onDone={() => setOpen(false)} />
    </Popover>
  )
}

/** Name, condition and way of reading a column; also the first fields of every other entry. */
function EntryHeadFields({ form, entry, at, onDone }: EntryHeadProps & { onDone: () => void }) {
  const { t } = useTranslation('catalog')
  const { change } = form
  const remove = useRemoveEntry(form)
  const set = (part: Partial<EntryValues>) =>
    change((now) => ({ ...now, prices: now.prices === null ? null : withEntry(now.prices, entry.id, part) }))
  return (
    <div className={styles.popover}>
      <EntryNames form={form} entry={entry} at={at} />
      <Segmented
        label={t('screen.price.pricedFor')}
        size={28}
        segments={[
          { value: 'run', label: t('screen.price.priced.run') },
          { value: 'unit', label: t('screen.price.priced.unit') },
        ]}
        value={entry.priced}
        onChange={(priced) => set({ priced })}
      />
      <Segmented
        label={t('screen.price.between')}
        size={28}
        segments={[
          { value: 'tier_from', label: t('screen.price.tierFrom') },
          { value: 'linear_between', label: t('screen.price.linear') },
        ]}
        value={entry.between}
        onChange={(between) => set({ between })}
      />
      <div className={styles.actions}>
        {at > 0 && (
          <Button
            size={28}
            onClick={() =>
              change((now) => ({
                ...now,
                prices: now.prices === null ? null : { ...now.prices, entries: movedUp(now.prices.entries, at) },
              }))
            }
          >
            {t('screen.price.earlier')}
          </Button>
        )}
        <Button
          size={28}
          onClick={() => {
            onDone()
            remove(entry, at)
          }}
        >
          {t('screen.price.removeEntry')}
        </Button>
      </div>
    </div>
  )
}

export function EntryNames({ form, entry, at }: EntryHeadProps) {
  const { t } = useTranslation('catalog')
  const { change, language } = form
  const set = (part: Partial<EntryValues>) =>
    change((now) => ({ ...now, prices: now.prices === null ? null : withEntry(now.prices, entry.id, part) }))
  return (
    <>
      <TextField
        label={t('screen.price.called')}
        value={entry.names[language]}
        onChange={(text) => set({ names: withText(entry.names, language, text) })}
      />
      <div>
        <p className={classNames('t-label', styles.label)}>{t('screen.price.when')}</p>
        <ConditionsField
          form={form}
          name={`priceTable.entries.${at}.conditions`}
          label={t('screen.price.when')}
          conditions={entry.conditions}
          onChange={(conditions) => set({ conditions })}
          without={t('screen.price.always')}
        />
      </div>
    </>
  )
}

/** Taking a column or another way of pricing away, and back. The last one takes the whole list along. */
export function useRemoveEntry(form: ProductForm): (entry: EntryValues, at: number) => void {
  const { t } = useTranslation('catalog')
  const { offer } = useTakeBack()
  const { change, values } = form
  return (entry) => {
    const before = values.prices
    change((now) => {
      if (now.prices === null) return now
      const entries = now.prices.entries.filter(({ id }) => id !== entry.id)
      return { ...now, prices: entries.length === 0 ? null : { ...now.prices, entries } }
    })
    offer({
      message: t('screen.price.entryRemoved'),
      takeBack: () => change((now) => ({ ...now, prices: before })),
    })
  }
}
