import { IconPackage } from '@tabler/icons-react'
import type { FeatureScreens } from '#renderer/client/index.ts'
import { catalogKinds } from './catalog-kinds.ts'
import { changeProductAction, newProductAction, productPaletteGroup } from './find/product-palette.tsx'
import { productBarcodePattern } from './find/product-scan.ts'

export const catalogScreens: FeatureScreens = {
  routes: [
    { path: '/products', load: () => import('./list/product-list.tsx'), grant: 'product.see' },
    { path: '/products/new', load: () => import('./edit/new-product-page.tsx'), grant: 'product.add' },
    { path: '/products/$productId', load: () => import('./page/product-page.tsx'), grant: 'product.see' },
    {
      path: '/products/$productId/edit',
      load: () => import('./edit/change-product-page.tsx'),
      grant: 'product.change',
    },
  ],
  places: [
    {
      id: 'products',
      group: 'who',
      rank: 20,
      word: 'catalog:screen.list.title',
      icon: IconPackage,
      to: '/products',
      letter: 'R',
      grant: 'product.see',
    },
  ],
  paletteGroups: [productPaletteGroup],
  paletteActions: [newProductAction, changeProductAction],
  scanPatterns: [productBarcodePattern],
  documentKinds: catalogKinds,
}
