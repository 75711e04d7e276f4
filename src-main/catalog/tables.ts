import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { searchTables } from '#main/platform/database/text-search.ts'

export const products = sqliteTable(
  'products',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    assortment: text('assortment').notNull(),
    supplierMark: text('supplier_mark').notNull(),
    sku: text('sku').notNull(),
    names: text('names', { mode: 'json' }).notNull(),
    /** What lists are sorted by, for each language that somebody may read them in. */
    sortEn: text('sort_en').notNull(),
    sortNl: text('sort_nl').notNull(),
    sortFr: text('sort_fr').notNull(),
    sortDe: text('sort_de').notNull(),
    sortPl: text('sort_pl').notNull(),
    categoryId: text('category_id'),
    isStocked: integer('is_stocked', { mode: 'boolean' }).notNull(),
    isPersonalised: integer('is_personalised', { mode: 'boolean' }).notNull(),
    imageHash: text('image_hash'),
    fromAmount: integer('from_amount'),
    isArchived: integer('is_archived', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    index('ix_products__sort_en').on(table.sortEn, table.id),
    index('ix_products__sort_nl').on(table.sortNl, table.id),
    index('ix_products__sort_fr').on(table.sortFr, table.id),
    index('ix_products__sort_de').on(table.sortDe, table.id),
    index('ix_products__sort_pl').on(table.sortPl, table.id),
    index('ix_products__sku').on(table.sku, table.id),
    index('ix_products__category_id').on(table.categoryId),
  ],
)

export const productBarcodes = sqliteTable(
  'product_barcodes',
  { code: text('code').notNull(), productId: text('product_id').notNull() },
  (table) => [primaryKey({ columns: [table.code, table.productId] })],
)

export const categories = sqliteTable('categories', {
  id: text('id').primaryKey(),
  parentId: text('parent_id'),
  names: text('names', { mode: 'json' }).notNull(),
  position: text('position').notNull(),
  isArchived: integer('is_archived', { mode: 'boolean' }).notNull(),
})

export const productSearch = searchTables('product')
