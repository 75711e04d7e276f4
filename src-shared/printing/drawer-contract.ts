import { z } from 'zod'
import { command, contract, local, query } from '#shared/kernel/contract.ts'
import { idOf } from '#shared/kernel/ids.ts'
import { requiredText } from '#shared/kernel/text.ts'
import { drawerCauses, drawerResults } from './drawer.ts'

export const drawerContract = contract(
  local('drawer.open', {
    input: z.strictObject({
      reason: requiredText({ max: 200 }),
      /** Left out: the first printer of this station that a drawer hangs on. */
      printerId: idOf<'Printer'>().optional(),
    }),
    output: z.object({ printerName: z.string(), result: z.enum(drawerResults) }),
    summary: 'Opens the cash drawer without a sale; why is asked, and kept for every station (P11).',
  }),
  command('drawer.record', {
    input: z.strictObject({ id: idOf<'DrawerPulse'>() }),
    output: z.null(),
    summary: 'Writes down for every station that a drawer of this one was opened. The program does so by itself.',
  }),
  query('drawer.openings', {
    input: z.strictObject({
      /** Business day; left out: today. */
      on: z.iso.date().optional(),
    }),
    output: z.object({
      /** Whether a drawer hangs on a printer of this station. */
      hasDrawer: z.boolean(),
      openings: z.array(
        z.object({
          id: z.string(),
          cause: z.enum(drawerCauses),
          reason: z.string(),
          /** The order that was paid; '' for the button. */
          documentId: z.string(),
          printerName: z.string(),
          stationCode: z.string(),
          result: z.enum(drawerResults),
          /** `reason.<code>` of a pulse that did not reach the drawer. */
          failure: z.string().nullable(),
          at: z.string(),
          byName: z.string(),
        }),
      ),
    }),
    permission: 'payment.see',
    touches: ['drawer_opening', 'printer'],
    summary: 'Who opened which drawer on a day, when and why, on every station, newest first.',
  }),
)
