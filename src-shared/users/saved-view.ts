import { z } from 'zod'

/** Views are kept as settings with the key of their list: `savedView.salesOrders`. */
export const savedViewPrefix = 'savedView.'

/** What such a setting holds. */
export const savedViewValue = z.object({ name: z.string(), filters: z.unknown() })
