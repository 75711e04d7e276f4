import { IconFolderCog, IconFolderPlus, IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useGo, useSession } from '#renderer/client/index.ts'
import {
  Button,
  Content,
  DataTable,
  FootBar,
  KeyCap,
  PageHeader,
  Sheet,
  SideColumn,
  useKeys,
} from '#renderer/ui/index.ts'
import { type Category, categoryTree } from '#shared/catalog/category.ts'
import { CategoryDialog } from '../categories/category-dialog.tsx'
import { useCategories } from '../words/use-categories.ts'
import { CategoryTree } from './category-tree.tsx'
import { NoProducts } from './no-products.tsx'
import { noProductFilter } from './product-filter.ts'
import { ProductFilters } from './product-filters.tsx'
import styles from './product-list.module.css'
import { useProductColumns } from './use-product-columns.tsx'
import { useProductList } from './use-product-list.ts'

/** The catalogue: categories at the left, products with picture and from-price, found by name, SKU or barcode. */
export function Screen() {
  const { t } = useTranslation('catalog')
  const go = useGo()
  const { ask } = useClient()
  const { may } = useSession()
  const { filter, setFilter, table, rows } = useProductList()
  const categories = useCategories()
  const tree = useMemo(() => categoryTree(categories), [categories])
  const columns = useProductColumns(categories, filter.search.trim() === '')
  const [editing, setEditing] = useState<Category | 'new' | null>(null)
  const chosen = categories.find(({ id }) => id === filter.categoryId) ?? null
  const canAdd = may('product.add')
  const canSort = may('category.put')
  const open = (id: string) => go(`/products/${id}`)
  const addNew = () => go(chosen === null ? '/products/new' : `/products/new?category=${chosen.id}`)
  const openBest = async () => {
    const search = filter.search.trim()
    const found = await ask.query('product.list', { ...filter, search, limit: 1 }).catch(() => null)
    const best = found?.rows[0]
    if (best !== undefined) open(best.id)
  }
  const dropFilters = () => setFilter(noProductFilter)
  useKeys([{ keys: 'N', label: t('screen.list.add'), run: addNew, isActive: canAdd }])
  return (
    <Sheet
      head={
        <PageHeader
          title={t('screen.list.title')}
          actions={
            canAdd && (
              <Button keys="N" icon={<IconPlus size={17} stroke={1.6} aria-hidden />} onClick={addNew}>
                {t('screen.list.add')}
              </Button>
            )
          }
        />
      }
      foot={
        <FootBar
          right={
            <span className={styles.keys}>
              <KeyCap keys="Up" show="always" />
              <KeyCap keys="Down" show="always" /> {t('screen.list.move')} <KeyCap keys="Enter" show="always" />{' '}
              {t('screen.list.open')}
            </span>
          }
        >
          {null}
        </FootBar>
      }
    >
      <SideColumn width={236} side="left" label={t('screen.category.title')}>
        <CategoryTree
          tree={tree}
          withArchived={filter.withArchived}
          chosen={filter.categoryId}
          onChoose={(categoryId) => setFilter({ categoryId })}
        />
        {canSort && (
          <div className={styles.treeActions}>
            <Button
              kind="quiet"
              size={28}
              icon={<IconFolderPlus size={16} stroke={1.6} aria-hidden />}
              onClick={() => setEditing('new')}
            >
              {t('screen.category.add')}
            </Button>
            {chosen !== null && (
              <Button
                kind="quiet"
                size={28}
                icon={<IconFolderCog size={16} stroke={1.6} aria-hidden />}
                onClick={() => setEditing(chosen)}
              >
                {t('screen.category.change')}
              </Button>
            )}
          </div>
        )}
      </SideColumn>
      <Content kind="list">
        <ProductFilters
          filter={filter}
          onChange={setFilter}
          onEnter={() => void openBest()}
          onDown={() => {
            const first = rows.rowAt(0)
            if (first !== undefined) table.setFocusedId(first.id)
          }}
        />
        <DataTable
          isMain
          label={t('screen.list.title')}
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          rowLabel={({ sku, name }) => `${sku} ${name}`}
          rowTone={({ isArchived }) => (isArchived ? 'settled' : 'plain')}
          state={table}
          onOpen={({ id }) => open(id)}
          empty={<NoProducts filter={filter} category={chosen} onDrop={dropFilters} onAdd={addNew} />}
        />
      </Content>
      {editing !== null && (
        <CategoryDialog
          category={editing === 'new' ? null : editing}
          parentId={chosen?.id ?? null}
          categories={categories}
          onClose={() => setEditing(null)}
        />
      )}
    </Sheet>
  )
}
