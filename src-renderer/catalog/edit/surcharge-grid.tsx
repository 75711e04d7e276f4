import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useClient, useTakeBack } from '#renderer/client/index.ts'
import { Button, IconButton } from '#renderer/ui/index.ts'
import { EntryGrid } from '../grid/entry-grid.tsx'
import { ConditionsField } from './conditions-field.tsx'
import { levelColumns, levelLines, withLevel, withLevelCells, withoutLevel } from './price-steps.ts'
import styles from './product-editor.module.css'
import { noLevel, noTexts, type PriceValues, type SurchargeValues } from './product-values.ts'
import type { ProductForm } from './use-product-form.ts'

/** What choices add to the price, or take off it: a line for each, more where it changes with the quantity. */
export function SurchargeGrid({ form, prices }: { form: ProductForm; prices: PriceValues }) {
  const { t } = useTranslation('catalog')
  const { newId } = useClient()
  const { offer } = useTakeBack()
  const { change, check, leave, reading } = form
  const { surcharges, currency } = prices
  const setSurcharges = (step: (surcharges: readonly SurchargeValues[]) => SurchargeValues[]) =>
    change((now) => ({
      ...now,
      prices: now.prices === null ? null : { ...now.prices, surcharges: step(now.prices.surcharges) },
    }))
  const edit = (id: string, step: (surcharge: SurchargeValues) => SurchargeValues) =>
    setSurcharges((now) => now.map((each) => (each.id === id ? step(each) : each)))
  const add = () => setSurcharges((now) => [...now, { id: newId(), names: noTexts, conditions: [], levels: [noLevel] }])
  const remove = (id: string, levelAt: number) => {
    setSurcharges((now) => withoutLevel(now, id, levelAt))
    offer({ message: t('screen.surcharge.removed'), takeBack: () => setSurcharges(() => [...surcharges]) })
  }
  const problems = surcharges.flatMap((_, at) => {
    const problem = form.errorUnder(`priceTable.surcharges.${at}.conditions`)
    return problem === null ? [] : [{ at, problem }]
  })
  return (
    <section className={styles.part}>
      <div className={styles.partHead}>
        <h2 className="t-section">{t('screen.surcharge.title')}</h2>
        <Button size={28} onClick={add}>
          {t('screen.surcharge.add')}
        </Button>
      </div>
      {surcharges.length === 0 && <p className="hint">{t('screen.surcharge.none')}</p>}
      {surcharges.length > 0 && (
        <EntryGrid
          label={t('screen.surcharge.title')}
          startHead={t('screen.surcharge.when')}
          columns={levelColumns.map((id) => ({
            id,
            head: t(`screen.surcharge.column.${id}`, { currency }),
            label: t(`screen.surcharge.column.${id}`, { currency }),
            isNumber: true,
            width: '84px',
          }))}
          rows={levelLines(surcharges).map(({ surcharge, at, level, levelAt }) => {
            const path = `priceTable.surcharges.${at}.levels.${levelAt}`
            return {
              id: `${surcharge.id} ${levelAt}`,
              label: t('screen.surcharge.row', { number: at + 1 }),
              start:
                levelAt > 0 ? null : (
                  <ConditionsField
                    form={form}
                    name={`priceTable.surcharges.${at}.conditions`}
                    label={t('screen.surcharge.when')}
                    conditions={surcharge.conditions}
                    onChange={(conditions) => edit(surcharge.id, (now) => ({ ...now, conditions }))}
                    without={t('screen.price.always')}
                  />
                ),
              cells: levelColumns.map((column) => {
                const name = `${path}.${column}`
                return {
                  text: level[column],
                  name,
                  error: check.errorOf(name),
                  readings: reading.questions.get(name),
                  placeholder: column === 'from' && levelAt === 0 ? '0' : '',
                }
              }),
              end: (
                <span className={styles.rowActions}>
                  <IconButton
                    label={t('screen.surcharge.addLevel')}
                    icon={<IconPlus size={16} stroke={1.6} />}
                    size={24}
                    onClick={() => edit(surcharge.id, withLevel)}
                  />
                  <IconButton
                    label={t('screen.surcharge.remove')}
                    icon={<IconX size={16} stroke={1.6} />}
                    size={24}
                    onClick={() => remove(surcharge.id, levelAt)}
                  />
                </span>
              ),
            }
          })}
          onCells={(changes) => setSurcharges((now) => withLevelCells(now, changes))}
          onLeave={(name) => leave(name)()}
        />
      )}
      {problems.map(({ at, problem }) => (
        <p key={at} className={styles.problem}>
          {t('screen.grid.wrong', { column: t('screen.surcharge.row', { number: at + 1 }), problem })}
        </p>
      ))}
    </section>
  )
}
