import { IconCash, IconFileText, IconPrinter, IconTemplate } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type FeatureScreens, type PlaceCount, useQuery } from '#renderer/client/index.ts'
import { needingYou } from './journal/journal-view.ts'
import { printingPaletteActions } from './palette.ts'
import { PrinterSlug } from './printer-slug.tsx'
import { printTemplateKind } from './templates/template-kind.ts'

export const printingScreens: FeatureScreens = {
  places: [
    {
      id: 'printJournal',
      group: 'machine',
      rank: 10,
      word: 'printing:screen.place',
      icon: IconFileText,
      to: '/print-journal',
      letter: 'J',
      grant: 'printJob.see',
      useCount: useNeedsYou,
    },
    {
      id: 'printers',
      group: 'machine',
      rank: 20,
      word: 'printing:screen.printers.title',
      icon: IconPrinter,
      to: '/printers',
      letter: 'D',
      grant: 'printer.see',
    },
    {
      id: 'cashDrawer',
      group: 'machine',
      rank: 30,
      word: 'printing:screen.drawer.place',
      icon: IconCash,
      to: '/cash-drawer',
      letter: 'K',
      grant: 'payment.see',
    },
  ],
  routes: [
    { path: '/print-journal', load: () => import('./journal/print-journal.tsx'), grant: 'printJob.see' },
    { path: '/print-batches/$batchId', load: () => import('./batches/batch-page.tsx'), grant: 'printJob.see' },
    { path: '/cash-drawer', load: () => import('./drawer/drawer-page.tsx'), grant: 'payment.see' },
    { path: '/printers', load: () => import('./printers/printers-page.tsx'), grant: 'printer.see' },
    {
      path: '/print-templates/$templateId',
      load: () => import('./templates/template-page.tsx'),
      grant: 'printTemplate.change',
    },
  ],
  settingsPages: [
    {
      id: 'print-templates',
      rank: 40,
      word: 'printing:screen.templates.title',
      icon: IconTemplate,
      load: () => import('./templates/templates-page.tsx'),
      grant: 'printTemplate.change',
    },
  ],
  documentKinds: [printTemplateKind],
  paletteActions: printingPaletteActions,
  slugItems: [{ id: 'printers', rank: 10, Item: PrinterSlug, grant: 'printer.see' }],
}

/** What only a person can settle; nothing is shown while nothing needs one. */
function useNeedsYou(): PlaceCount | null {
  const { t } = useTranslation('printing')
  const counts = useQuery('printJob.counts', {}).value
  const count = counts === undefined ? 0 : needingYou(counts)
  return count === 0 ? null : { count, words: t('screen.journal.needsYou', { count }), needsYou: true }
}
