import type { FeatureScreens } from '#renderer/client/feature-screens.ts'
import { settingsScreens } from '#renderer/settings/routes.tsx'
import { usersScreens } from '#renderer/users/routes.tsx'

/** Features with screens, in the order of src-shared/feature-order.ts: of two claims on a scanned code the earlier wins. */
export const features: readonly FeatureScreens[] = [settingsScreens, usersScreens]
