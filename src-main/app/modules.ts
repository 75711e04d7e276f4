import { catalogModule, catalogPapers } from '#main/catalog/module.ts'
import { filesModule } from '#main/files/module.ts'
import { fulfilmentPapers } from '#main/fulfilment/module.ts'
import { partiesModule } from '#main/parties/module.ts'
import { paymentPapers, paymentsModule } from '#main/payments/module.ts'
import type { FeatureModule } from '#main/platform/bus/module.ts'
import { type PaperSource, printingModule, type SpoolPorts } from '#main/printing/module.ts'
import { productionPapers } from '#main/production/module.ts'
import { salesOrderPapers, salesOrdersModule } from '#main/sales-orders/module.ts'
import { settingsModule } from '#main/settings/module.ts'
import { usersModule } from '#main/users/module.ts'

/** The papers of all features: printing prints them without knowing what they are. */
const productPapers: readonly PaperSource[] = [
  ...catalogPapers,
  ...salesOrderPapers,
  ...productionPapers,
  ...fulfilmentPapers,
  ...paymentPapers,
]

/** The product, in feature order: a reaction sees what earlier features have done. Tests hand in printers of their own. */
export function composeModules(printers?: () => SpoolPorts): readonly FeatureModule[] {
  return [
    settingsModule,
    printingModule(productPapers, printers),
    usersModule,
    filesModule,
    partiesModule,
    catalogModule,
    salesOrdersModule,
    paymentsModule,
  ]
}

export const productModules: readonly FeatureModule[] = composeModules()
