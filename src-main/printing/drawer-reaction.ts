import type { Reaction, Services } from '#main/platform/bus/module.ts'
import type { DrawerOccasion } from './drawer.ts'
import type { Printing } from './printing.ts'

/**
 * PR55: opens the drawer by itself when cash was received at this station, where its printer is set so. It hangs on the
 * payment and on nothing else: a receipt that is printed, again, later or as a test, opens nothing.
 */
export const drawerReaction = (
  { on, cashFor }: DrawerOccasion,
  printingFor: (services: Services) => Printing,
): Reaction => ({
  on,
  compose: (services) => {
    const { drawer } = printingFor(services)
    return ({ before, after }, { viewer, now }) => {
      const documentId = before === undefined ? cashFor(after.values) : null
      if (documentId === null) return
      const printer = drawer.printer()
      if (!printer.ok || !printer.value.drawer.opensAtCash) return
      const pulse = { cause: 'cash_payment', reason: '', documentId } as const
      drawer.nudge(drawer.want(pulse, printer.value, viewer, now))
    }
  },
})
