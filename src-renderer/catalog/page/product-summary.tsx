import { useTranslation } from 'react-i18next'
import { useFormat, useSession } from '#renderer/client/index.ts'
import { languageName } from '#renderer/settings/index.ts'
import { type Fact, Facts, Thumbnail } from '#renderer/ui/index.ts'
import type { Product } from '#shared/catalog/product.ts'
import { languages } from '#shared/kernel/local-text.ts'
import { categoryPath } from '../words/category-words.ts'
import { fileUrl } from '../words/file-url.ts'
import { optionName, ruleWords, valueName } from '../words/option-words.ts'
import { useCategories } from '../words/use-categories.ts'
import { useOptionSayer } from '../words/use-option-sayer.ts'
import { useTexts } from '../words/use-texts.ts'
import { useVatLevels } from '../words/use-vat-levels.ts'
import styles from './product-page.module.css'

/** What the product is, in how many ways it can be had, and what does not go together. */
export function ProductSummary({ product }: { product: Product }) {
  const { t } = useTranslation('catalog')
  const text = useTexts()
  const sayer = useOptionSayer()
  const facts = useFacts(product)
  const description = text(product.descriptions)
  const named = languages.filter((language) => product.names[language])
  return (
    <div className={styles.summary}>
      <div className={styles.first}>
        {product.imageHash !== null && (
          <Thumbnail src={fileUrl(product.imageHash)} box="large" alt={text(product.names)} />
        )}
        <Facts facts={facts} />
      </div>
      {description !== '' && <p className={styles.description}>{description}</p>}
      {product.options.length > 0 && (
        <section>
          <h2 className="t-section">{t('screen.page.options')}</h2>
          <dl className={styles.options}>
            {product.options.map((option) => (
              <div key={option.code} className={styles.option}>
                <dt>{optionName(option, sayer)}</dt>
                <dd>
                  {option.kind === 'pages' ? (
                    t('screen.page.pages', { min: option.min, max: option.max, step: option.step })
                  ) : (
                    <>
                      {option.values.map(({ code }) => valueName(option, code, sayer)).join(' · ')}
                      {option.kind === 'size' && option.free !== null && (
                        <span className="hint"> {t('screen.page.ownSize')}</span>
                      )}
                    </>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {product.optionRules.length > 0 && (
        <section>
          <h2 className="t-section">{t('screen.page.rules')}</h2>
          <ul className={styles.rules}>
            {product.optionRules.map((rule) => (
              <li key={JSON.stringify(rule)}>{ruleWords(rule, product.options, sayer)}</li>
            ))}
          </ul>
        </section>
      )}
      {named.length > 1 && (
        <section>
          <h2 className="t-section">{t('screen.page.names')}</h2>
          <div className={styles.names}>
            <Facts
              facts={named.map((language) => ({ label: languageName(language), value: product.names[language] }))}
            />
          </div>
        </section>
      )}
    </div>
  )
}

function useFacts(product: Product): readonly Fact[] {
  const { t } = useTranslation('catalog')
  const { may } = useSession()
  const format = useFormat()
  const text = useTexts()
  const categories = useCategories()
  const vatLevels = useVatLevels()
  const { supplier, categoryId, barcodes, discount } = product
  const facts: Fact[] = [{ label: t('screen.field.kind'), value: t(`kind.${product.kind}`) }]
  const add = (label: string, value: string, detail = '') => {
    if (value !== '') facts.push({ label, value, ...(detail === '' ? {} : { detail }) })
  }
  add(t('screen.field.assortment'), supplier === null ? t('assortment.own') : supplier.mark, supplier?.sku ?? '')
  if (categoryId !== null) add(t('screen.field.category'), categoryPath(categories, categoryId, text))
  add(t('screen.field.unit'), t(`unit.${product.unit}`))
  add(
    t('screen.field.vat'),
    vatLevels.find(({ value }) => value === product.vatLevel)?.label ?? t(`pricing:vat.level.${product.vatLevel}`),
  )
  if (barcodes.length > 0)
    facts.push({
      label: t('screen.field.barcodes', { count: barcodes.length }),
      value: <span className="mono">{barcodes.map(({ code }) => code).join(', ')}</span>,
    })
  if (product.isStocked) add(t('screen.field.stock'), t('screen.field.isStocked'))
  if (product.isPersonalised) add(t('screen.field.made'), t('screen.field.isPersonalised'))
  if (may('price.see') && discount > 0) add(t('screen.field.discount'), format.percent(discount))
  return facts
}
