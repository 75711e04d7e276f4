/**
 * Every capability of the product, earlier ones first: a feature may import only those above it. The import gate reads
 * this list, and a test checks that each folder in src-main, src-renderer and tests is on it (the mirror rule).
 */
export const featureOrder = [
  'settings',
  'printing',
  'users',
  'sync',
  'files',
  'tasks',
  'messages',
  'parties',
  'catalog',
  'pricing',
  'stock',
  'quotations',
  'sales-orders',
  'production',
  'purchasing',
  'dispatch',
  'fulfilment',
  'claims',
  'returns',
  'payments',
  'invoicing',
  'accounting',
  'channels',
  'campaigns',
  'reporting',
  'demo-shop',
] as const

export type Feature = (typeof featureOrder)[number]
