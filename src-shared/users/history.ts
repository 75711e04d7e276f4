import { z } from 'zod'

/** One field of one change; `from` and `to` are null where the field was not there. */
export const historyField = z.object({
  path: z.string(),
  from: z.unknown(),
  to: z.unknown(),
  isHidden: z.boolean().meta({ description: 'It changed, but the viewer may not see money: from and to are null.' }),
})

export const historyEntry = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.string(),
  command: z.string(),
  commandId: z.string(),
  reason: z.string().nullable(),
  station: z.object({ id: z.string(), code: z.string().nullable() }),
  user: z.object({ id: z.string(), name: z.string() }).nullable(),
  role: z.string(),
  fields: z.array(historyField),
})
export type HistoryEntry = z.output<typeof historyEntry>
