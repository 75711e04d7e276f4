import { catalogModule, catalogPapers, catalogSubjects } from '#main/catalog/module.ts'
import { filesModule } from '#main/files/module.ts'
import { fulfilmentPapers } from '#main/fulfilment/module.ts'
import { partiesModule, partySubject } from '#main/parties/module.ts'
import { cashInDrawer, paymentPapers, paymentSubject, paymentsModule } from '#main/payments/module.ts'
import type { FeatureModule } from '#main/platform/bus/module.ts'
import { type PaperSource, printingModule, type SpoolPorts } from '#main/printing/module.ts'
import { productionPapers } from '#main/production/module.ts'
import { salesOrderPapers, salesOrderSubject, salesOrdersModule } from '#main/sales-orders/module.ts'
import { settingsModule } from '#main/settings/module.ts'
import { stockPapers } from '#main/stock/module.ts'
import { type SyncPorts, syncModule } from '#main/sync/module.ts'
import { tasksModule } from '#main/tasks/module.ts'
import { usersModule } from '#main/users/module.ts'

/** The papers of all features: printing prints them without knowing what they are. */
const productPapers: readonly PaperSource[] = [
  ...catalogPapers,
  ...stockPapers,
  ...salesOrderPapers,
  ...productionPapers,
  ...fulfilmentPapers,
  ...paymentPapers,
]

/** A core whose host gave no place for keys works alone. */
const noSync = (): SyncPorts => {
  throw new Error('this host has no place for the station’s key')
}

/** The product, in feature order: a reaction sees what earlier features have done. Tests hand in printers of their own. */
export function composeModules(printers?: () => SpoolPorts, sync: () => SyncPorts = noSync): readonly FeatureModule[] {
  return [
    settingsModule,
    printingModule(productPapers, printers, [cashInDrawer]),
    usersModule,
    syncModule(sync),
    filesModule,
    tasksModule([partySubject, ...catalogSubjects, salesOrderSubject, paymentSubject]),
    partiesModule,
    catalogModule,
    salesOrdersModule,
    paymentsModule,
  ]
}

export const productModules: readonly FeatureModule[] = composeModules()
