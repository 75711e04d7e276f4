import type { FeatureModule } from '#main/platform/bus/module.ts'
import { addProduct } from './commands/add-product.ts'
import { archiveProduct } from './commands/archive-product.ts'
import { changeProduct } from './commands/change-product.ts'
import { putCategory } from './commands/put-category.ts'
import { categorySubject, productSubject } from './finding-subject.ts'
import { categoryProjection, productProjection } from './projection.ts'
import { findByBarcode } from './queries/find-by-barcode.ts'
import { getProduct } from './queries/get-product.ts'
import { listCategories } from './queries/list-categories.ts'
import { listProducts } from './queries/list-products.ts'

export { catalogPapers } from './papers.ts'

export const catalogSubjects = [productSubject, categorySubject]

export const catalogModule: FeatureModule = {
  name: 'catalog',
  projections: [productProjection, categoryProjection],
  commands: [addProduct, changeProduct, archiveProduct, putCategory],
  queries: [getProduct, listProducts, findByBarcode, listCategories],
}
