import { catalogScreens } from '#renderer/catalog/routes.tsx'
import type { FeatureScreens } from '#renderer/client/feature-screens.ts'
import { partiesScreens } from '#renderer/parties/routes.tsx'
import { paymentsScreens } from '#renderer/payments/routes.tsx'
import { printingScreens } from '#renderer/printing/routes.tsx'
import { salesOrderScreens } from '#renderer/sales-orders/routes.tsx'
import { settingsScreens } from '#renderer/settings/routes.tsx'
import { syncScreens } from '#renderer/sync/routes.tsx'
import { tasksScreens } from '#renderer/tasks/routes.tsx'
import { usersScreens } from '#renderer/users/routes.tsx'

/** Features with screens, in the order of src-shared/feature-order.ts: of two claims on a scanned code the earlier wins. */
export const features: readonly FeatureScreens[] = [
  settingsScreens,
  printingScreens,
  usersScreens,
  syncScreens,
  tasksScreens,
  partiesScreens,
  catalogScreens,
  salesOrderScreens,
  paymentsScreens,
]
