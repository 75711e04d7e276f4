import { catalogModule } from '#main/catalog/module.ts'
import { filesModule } from '#main/files/module.ts'
import { partiesModule } from '#main/parties/module.ts'
import { paymentsModule } from '#main/payments/module.ts'
import type { FeatureModule } from '#main/platform/bus/module.ts'
import { salesOrdersModule } from '#main/sales-orders/module.ts'
import { settingsModule } from '#main/settings/module.ts'
import { usersModule } from '#main/users/module.ts'

/** The product, in feature order: a reaction sees what earlier features have done. */
export const productModules: readonly FeatureModule[] = [
  settingsModule,
  usersModule,
  filesModule,
  partiesModule,
  catalogModule,
  salesOrdersModule,
  paymentsModule,
]
