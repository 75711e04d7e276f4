import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery, useSession } from '#renderer/client/index.ts'
import { Facts, Thumbnail } from '#renderer/ui/index.ts'
import type { Product } from '#shared/catalog/product.ts'
import { tryPrice } from '../trial/price-trial.ts'
import { TierLines } from '../trial/tier-lines.tsx'
import { fileUrl } from '../words/file-url.ts'
import { optionName, valueName } from '../words/option-words.ts'
import { useOptionSayer } from '../words/use-option-sayer.ts'
import { useTexts } from '../words/use-texts.ts'
import styles from './product-preview.module.css'

/** A product at a glance in the palette: its picture, and what it costs as it usually goes. Often the answer itself. */
export function ProductPreview({ id }: { id: string }) {
  const { t } = useTranslation('catalog')
  const text = useTexts()
  const product = useQuery('product.get', { id }, { dropsLast: true }).value
  if (product === undefined) return null
  return (
    <div className={styles.preview}>
      {product.imageHash !== null && (
        <div className={styles.picture}>
          <Thumbnail src={fileUrl(product.imageHash)} box="large" alt="" />
        </div>
      )}
      <p className="mono">{product.sku}</p>
      <p className="strong">{text(product.names)}</p>
      <p className={styles.kind}>
        {[t(`kind.${product.kind}`), product.supplier?.mark ?? t('assortment.own')].join(' · ')}
      </p>
      <UsualPrices product={product} />
    </div>
  )
}

function UsualPrices({ product }: { product: Product }) {
  const { t } = useTranslation('catalog')
  const { may } = useSession()
  const sayer = useOptionSayer()
  const { configuration, tiers } = useMemo(() => tryPrice(product, { chosen: {}, quantity: null }), [product])
  const facts = product.options.flatMap((option) => {
    const choice = configuration[option.code]
    return choice === undefined || typeof choice === 'object'
      ? []
      : [{ label: optionName(option, sayer), value: valueName(option, String(choice), sayer) }]
  })
  return (
    <>
      {facts.length > 0 && <Facts facts={facts} layout="rows" />}
      {may('price.see') && product.priceTable !== null && tiers.length > 0 && (
        <>
          <p className={styles.heading}>{t('screen.trial.price', { currency: product.priceTable.currency })}</p>
          <TierLines tiers={tiers} currency={product.priceTable.currency} />
        </>
      )}
    </>
  )
}
