import { IconCash, IconFileText, IconPlus, IconPrinter } from '@tabler/icons-react'
import type { PaletteAction, PaletteSubject } from '#renderer/client/index.ts'

/** "Papers of 26-A04817": where each is seen, printed and taken along as a PDF. */
const papersOfOrder: PaletteAction = {
  id: 'papersOfOrder',
  rank: 50,
  icon: IconFileText,
  grant: 'printJob.print',
  offer: (subjects, { t }) => {
    const order = orderOf(subjects)
    return order === undefined ? null : { title: t('printing:screen.palette.papers', { number: order.name }) }
  },
  run: (subjects, { go }) => {
    const order = orderOf(subjects)
    if (order !== undefined) go(`/orders/${order.id}?part=papers`)
  },
}

/** "Print all papers of 26-A04817": on its page, where each says how it came out (ORD-40). */
const printAllOfOrder: PaletteAction = {
  id: 'printAllOfOrder',
  rank: 49,
  icon: IconPrinter,
  grant: 'printJob.print',
  offer: (subjects, { t }) => {
    const order = orderOf(subjects)
    return order === undefined ? null : { title: t('printing:screen.palette.printAll', { number: order.name }) }
  },
  run: (subjects, { go }) => {
    const order = orderOf(subjects)
    if (order !== undefined) go(`/orders/${order.id}?part=papers&print=all`)
  },
}

const openDrawer: PaletteAction = {
  id: 'openDrawer',
  rank: 70,
  icon: IconCash,
  grant: 'drawer.open',
  offer: (subjects, { t }) => (subjects.length > 0 ? null : { title: t('printing:screen.drawer.open') }),
  run: (_, { go }) => go('/cash-drawer'),
}

const answerPrints: PaletteAction = {
  id: 'answerPrints',
  rank: 60,
  icon: IconPrinter,
  grant: 'printJob.answer',
  offer: (subjects, { t }) => (subjects.length > 0 ? null : { title: t('printing:screen.palette.answer') }),
  run: (_, { go }) => go('/print-journal'),
}

const addPrinter: PaletteAction = {
  id: 'addPrinter',
  rank: 90,
  icon: IconPlus,
  grant: 'printer.change',
  offer: (subjects, { t }) => (subjects.length > 0 ? null : { title: t('printing:screen.printers.add') }),
  run: (_, { go }) => go('/printers?add=1'),
}

export const printingPaletteActions: readonly PaletteAction[] = [
  printAllOfOrder,
  papersOfOrder,
  answerPrints,
  openDrawer,
  addPrinter,
]

function orderOf(subjects: readonly PaletteSubject[]): PaletteSubject | undefined {
  return subjects.find(({ entity, facts }) => entity === 'sales_order' && facts?.isDraft !== true)
}
