import { z } from 'zod'
import type { ReadableDb } from '#main/platform/database/handles.ts'
import { companySetting } from '#main/settings/index.ts'

/** Cash is off until the shop has switched it on: tills fall under rules of their own in every country (reliability 0.11). */
export function cashSwitch(db: ReadableDb): () => boolean {
  return companySetting(db, 'payments.cash', z.boolean(), false)
}
