import { IconArchive, IconCoins, IconHistory, IconPackage, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useGo, useGoBack, useQuery, useRefusalWords, useRouteParam, useSession } from '#renderer/client/index.ts'
import { PrintLabelsButton } from '#renderer/printing/index.ts'
import { DocumentWaiting } from '#renderer/sync/index.ts'
import {
  Button,
  Content,
  ErrorNotice,
  PageHeader,
  PartMenu,
  Sheet,
  SideColumn,
  StatusWord,
  useKeys,
} from '#renderer/ui/index.ts'
import { DocumentHistory } from '#renderer/users/index.ts'
import type { Product } from '#shared/catalog/product.ts'
import { PricePreview } from '../trial/price-preview.tsx'
import { useTexts } from '../words/use-texts.ts'
import { PriceSummary } from './price-summary.tsx'
import { ProductSummary } from './product-summary.tsx'
import { UnknownProduct } from './unknown-product.tsx'
import { useArchiveProduct } from './use-archive-product.ts'
import { useHistoryValues } from './use-history-values.ts'

export function Screen() {
  const { t } = useTranslation('catalog')
  const id = useRouteParam('productId')
  const product = useQuery('product.get', { id }, { dropsLast: true })
  if (product.value !== undefined) return <ProductPage key={id} product={product.value} />
  if (product.problem !== null) return <UnknownProduct problem={product.problem} />
  return <Sheet head={<PageHeader title={t('screen.list.title')} />}>{null}</Sheet>
}

const icon = { size: 17, stroke: 1.6, 'aria-hidden': true } as const
const parts = [
  { id: 'summary', icon: <IconPackage {...icon} />, grant: 'product.see' },
  { id: 'prices', icon: <IconCoins {...icon} />, grant: 'price.see' },
  { id: 'history', icon: <IconHistory {...icon} />, grant: 'history.see' },
] as const
type PartId = (typeof parts)[number]['id']

/** One product: what it is, how it can be had, what it costs, and at the right what one choice of it costs and why. */
function ProductPage({ product }: { product: Product }) {
  const { t } = useTranslation('catalog')
  const go = useGo()
  const back = useGoBack()
  const { may } = useSession()
  const text = useTexts()
  const words = useRefusalWords()
  const write = useHistoryValues()
  const [part, setPart] = useState<PartId>('summary')
  const { setArchived, isPending, problem } = useArchiveProduct()
  const { id, archived } = product
  const name = text(product.names)
  const canChange = may('product.change')
  // Changing takes this page's place and comes back to it, so that Esc does not lead here twice.
  const edit = () => go(`/products/${id}/edit`, { replaces: true })
  const shown = parts
    .filter(({ grant }) => may(grant))
    .map(({ id: part, icon: drawn }) => ({ id: part, icon: drawn, label: t(`screen.page.part.${part}`) }))
  useKeys([
    { keys: 'Esc', label: t('ui:back'), run: () => back('/products') },
    { keys: 'E', label: t('screen.page.change'), run: edit, isActive: canChange },
  ])
  return (
    <Sheet
      head={
        <PageHeader
          {...(product.sku === '' ? {} : { code: product.sku })}
          title={name}
          onBack={() => back('/products')}
          beside={
            <>
              {archived && <StatusWord glyph="called-off">{t('screen.field.archived')}</StatusWord>}
              <DocumentWaiting doc={id} />
            </>
          }
          actions={
            <>
              {may('product.archive') && (
                <Button
                  kind="quiet"
                  icon={<IconArchive {...icon} />}
                  isBusy={isPending}
                  onClick={() => void setArchived(id, name, !archived)}
                >
                  {t(archived ? 'screen.page.restore' : 'screen.page.archive')}
                </Button>
              )}
              <PrintLabelsButton about="product" documentId={id} />
              {canChange && (
                <Button keys="E" icon={<IconPencil {...icon} />} onClick={edit}>
                  {t('screen.page.change')}
                </Button>
              )}
            </>
          }
        />
      }
    >
      <PartMenu label={t('screen.page.parts')} parts={shown} active={part} onChange={setPart} />
      <Content>
        {problem !== null && <ErrorNotice what={t('app:trouble.notSaved')} why={words.problem(problem)} />}
        {part === 'summary' && <ProductSummary product={product} />}
        {part === 'prices' && <PriceSummary product={product} />}
        {part === 'history' && <DocumentHistory entity="product" doc={id} feature="catalog" write={write} />}
      </Content>
      {product.priceTable !== null && may('price.see') && (
        <SideColumn width={316} label={t('screen.trial.title')}>
          <PricePreview product={product} />
        </SideColumn>
      )}
    </Sheet>
  )
}
