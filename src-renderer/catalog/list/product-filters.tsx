import { useTranslation } from 'react-i18next'
import { CheckboxField, ChoiceList, FilterChip, SearchField } from '#renderer/ui/index.ts'
import { assortments, productKinds } from '#shared/catalog/product.ts'
import type { ProductFilter } from './product-filter.ts'
import styles from './product-list.module.css'

interface ProductFiltersProps {
  filter: ProductFilter
  onChange: (change: Partial<ProductFilter>) => void
  onEnter: () => void
  onDown: () => void
}

const all = 'all'

/** Search, kind and whose it is; the category stands at the left. */
export function ProductFilters({ filter, onChange, onEnter, onDown }: ProductFiltersProps) {
  const { t } = useTranslation('catalog')
  return (
    <div className={styles.filters}>
      <SearchField
        label={t('screen.list.search')}
        placeholder={t('screen.list.searchHint')}
        value={filter.search}
        onChange={(search) => onChange({ search })}
        onEnter={onEnter}
        onDown={onDown}
      />
      <FilterChip
        label={t('screen.field.kind')}
        value={filter.kind === null ? null : t(`kind.${filter.kind}`)}
        onClear={() => onChange({ kind: null })}
      >
        <ChoiceList
          label={t('screen.field.kind')}
          choices={[
            { value: all, label: t('screen.list.allKinds') },
            ...productKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
          ]}
          value={filter.kind ?? all}
          onChange={(kind) => onChange({ kind: productKinds.find((each) => each === kind) ?? null })}
        />
      </FilterChip>
      <FilterChip
        label={t('screen.field.assortment')}
        value={filter.assortment === null ? null : t(`assortment.${filter.assortment}`)}
        onClear={() => onChange({ assortment: null })}
      >
        <ChoiceList
          label={t('screen.field.assortment')}
          choices={[
            { value: all, label: t('screen.list.allAssortments') },
            ...assortments.map((each) => ({ value: each, label: t(`assortment.${each}`) })),
          ]}
          value={filter.assortment ?? all}
          onChange={(chosen) => onChange({ assortment: assortments.find((each) => each === chosen) ?? null })}
        />
      </FilterChip>
      <CheckboxField
        label={t('screen.list.archived')}
        isChecked={filter.withArchived}
        onChange={(withArchived) => onChange({ withArchived })}
      />
    </div>
  )
}
