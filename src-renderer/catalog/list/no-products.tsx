import { IconFilterX, IconPackage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useOwnSolid, useSession } from '#renderer/client/index.ts'
import { Button, EmptyState, useKeys, type WayToStart } from '#renderer/ui/index.ts'
import type { Category } from '#shared/catalog/category.ts'
import { useTexts } from '../words/use-texts.ts'
import { isNarrowed, type ProductFilter } from './product-filter.ts'
import styles from './product-list.module.css'

interface NoProductsProps {
  filter: ProductFilter
  category: Category | null
  onDrop: () => void
  onAdd: () => void
}

const icon = { size: 20, stroke: 1.6, 'aria-hidden': true } as const

/** Says which filter leaves nothing and offers to drop it; an empty catalogue says how it begins. */
export function NoProducts({ filter, category, onDrop, onAdd }: NoProductsProps) {
  const { t } = useTranslation('catalog')
  const text = useTexts()
  const { may } = useSession()
  const canAdd = may('product.add')
  const isFiltered = isNarrowed(filter)
  useOwnSolid(canAdd && !isFiltered)
  useKeys([{ keys: 'Esc', label: t('screen.empty.drop'), run: onDrop, isActive: isFiltered }])
  const add: WayToStart = {
    id: 'add',
    icon: <IconPackage {...icon} />,
    title: t('screen.empty.addTitle'),
    detail: t('screen.empty.addDetail'),
    action: (
      <Button kind={isFiltered ? 'outlined' : 'solid'} keys="N" onClick={onAdd}>
        {t('screen.list.add')}
      </Button>
    ),
  }
  const drop: WayToStart = {
    id: 'drop',
    icon: <IconFilterX {...icon} />,
    title: t('screen.empty.dropTitle'),
    detail: t('screen.empty.dropDetail'),
    action: (
      <Button keys="Esc" onClick={onDrop}>
        {t('screen.empty.drop')}
      </Button>
    ),
  }
  const filters = [
    filter.search.trim() === '' ? '' : t('screen.empty.search', { text: filter.search.trim() }),
    category === null ? '' : text(category.names),
    filter.kind === null ? '' : t(`kind.${filter.kind}`),
    filter.assortment === null ? '' : t(`assortment.${filter.assortment}`),
  ].filter(Boolean)
  return (
    <div className={styles.empty}>
      <EmptyState
        title={t(isFiltered ? 'screen.empty.nothing' : 'screen.empty.first')}
        ways={[...(isFiltered ? [drop] : []), ...(canAdd ? [add] : [])]}
      >
        {isFiltered ? t('screen.empty.filters', { filters: filters.join(', ') }) : t('screen.empty.why')}
      </EmptyState>
    </div>
  )
}
