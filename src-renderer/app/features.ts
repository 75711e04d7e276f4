import type { FeatureScreens } from '#renderer/client/feature-screens.ts'

/** Features with screens, in the order of src-shared/feature-order.ts: of two claims on a scanned code the earlier wins. */
export const features: readonly FeatureScreens[] = []
