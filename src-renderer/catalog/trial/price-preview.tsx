import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat, useRefusalWords } from '#renderer/client/index.ts'
import { ColumnPart, SelectField, TextField } from '#renderer/ui/index.ts'
import { choose, isApplicable } from '#shared/catalog/configuration.ts'
import type { Product } from '#shared/catalog/product.ts'
import { type Configuration, freeSizeCode } from '#shared/catalog/product-options.ts'
import { eachPrice } from '#shared/kernel/money.ts'
import { parseSets } from '#shared/kernel/parse/quantity.ts'
import type { LineQuantity } from '#shared/pricing/price-checks.ts'
import { optionName, valueName } from '../words/option-words.ts'
import { useOptionSayer } from '../words/use-option-sayer.ts'
import { OwnSize } from './own-size.tsx'
import styles from './price-preview.module.css'
import { PriceStepLines } from './price-step-lines.tsx'
import { trialValues, tryPrice } from './price-trial.ts'
import { TierLines } from './tier-lines.tsx'

interface PricePreviewProps {
  product: Product
  /** The form has something unreadable: what is shown is the product before that. */
  isStale?: boolean
}

/** What a configuration costs by this product's prices, and why; moves with every key in the price table. */
export function PricePreview({ product, isStale = false }: PricePreviewProps) {
  const { t } = useTranslation('catalog')
  const format = useFormat()
  const words = useRefusalWords()
  const sayer = useOptionSayer()
  const [chosen, setChosen] = useState<Configuration>({})
  const [text, setText] = useState<string | null>(null)
  const typed = useMemo(
    () => (text === null ? null : readSets(text, product, format.language)),
    [text, product, format],
  )
  const trial = useMemo(
    () => tryPrice(product, { chosen, quantity: typed?.quantity ?? null }),
    [product, chosen, typed],
  )
  const { configuration, quantity, priced, refusal, problems, tiers } = trial
  const currency = product.priceTable?.currency ?? 'EUR'
  return (
    <>
      <ColumnPart title={t('screen.trial.title')} right={isStale ? t('screen.trial.stale') : undefined}>
        <div className={styles.choices}>
          {product.options
            .filter(({ code }) => configuration[code] !== undefined || isApplicable(product, configuration, code))
            .map((option) => {
              const choice = configuration[option.code]
              const problem = problems.find(({ field }) => field === option.code)
              return (
                <SelectField
                  key={option.code}
                  label={optionName(option, sayer)}
                  options={trialValues(product, configuration, option)
                    .filter(({ code }) => option.kind !== 'size' || code !== freeSizeCode)
                    .map(({ code, isAllowed }) => ({
                      value: code,
                      label: valueName(option, code, sayer),
                      isDisabled: !isAllowed,
                    }))}
                  value={typeof choice === 'object' || choice === undefined ? null : String(choice)}
                  // Nothing chosen yet is no mistake: it is asked for, not scolded.
                  hint={problem !== undefined && choice === undefined ? words.field(problem) : undefined}
                  error={
                    problem === undefined || choice === undefined || typeof choice === 'object'
                      ? null
                      : words.field(problem)
                  }
                  onChange={(code) =>
                    setChosen(
                      choose(product, configuration, option.code, option.kind === 'pages' ? Number(code) : code)
                        .configuration,
                    )
                  }
                />
              )
            })}
          <OwnSize product={product} configuration={configuration} problems={problems} onChange={setChosen} />
          <TextField
            label={product.unit === 'C62' ? t('screen.trial.pieces') : t(`unit.${product.unit}`)}
            value={text ?? format.quantityToEdit(quantity.each)}
            onChange={setText}
            error={typed?.code === undefined ? null : words.field({ code: typed.code })}
          />
        </div>
      </ColumnPart>
      <ColumnPart
        title={t('screen.trial.price', { currency })}
        right={t(product.priceTable?.includesVat ? 'screen.price.gross' : 'screen.price.net')}
      >
        {refusal !== null && <p className={styles.problem}>{words.refusal(refusal)}</p>}
        {priced !== null && (
          <>
            <p className={styles.total}>
              <span className="t-hint">
                {t('screen.trial.each', { price: format.priceEach(eachPrice(priced.unitPrice)) })}
              </span>
              <output className="t-total number">{format.amount(priced.amount, currency)}</output>
            </p>
            <PriceStepLines steps={priced.steps} currency={currency} />
          </>
        )}
      </ColumnPart>
      {tiers.length > 0 && (
        <ColumnPart title={t('screen.trial.tiers')}>
          <TierLines tiers={tiers} currency={currency} onChoose={(each) => setText(format.quantityToEdit(each))} />
        </ColumnPart>
      )}
    </>
  )
}

function readSets(
  text: string,
  { unit }: Product,
  language: Parameters<typeof parseSets>[1]['language'],
): { readonly quantity: LineQuantity | null; readonly code?: string } {
  const reading = parseSets(text, { language, unit })
  if (!reading.ok) return { quantity: null, code: reading.code }
  return { quantity: { sets: reading.value.sets, each: reading.value.each } }
}
