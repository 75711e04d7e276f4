import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { type ColourScheme, UiProvider } from '#renderer/ui/index.ts'
import { CustomerFormSample } from './customer-form.tsx'
import { galleryTexts } from './gallery-texts.ts'
import { OrderEntrySample } from './order-entry.tsx'
import { OrderListSample, VisitSample } from './order-list.tsx'
import { OrderPageSample } from './order-page.tsx'
import { PartsSample } from './parts.tsx'
import { PrintJournalSample } from './print-journal.tsx'
import { ScanSample } from './scan-sample.tsx'

const PAGES = {
  list: OrderListSample,
  order: OrderPageSample,
  entry: OrderEntrySample,
  form: CustomerFormSample,
  journal: PrintJournalSample,
  parts: PartsSample,
  scans: ScanSample,
  visit: VisitSample,
}

const SCHEMES: readonly ColourScheme[] = ['auto', 'light', 'dark']

/** `?page=list&scheme=dark&language=pl`. */
async function openGallery(): Promise<void> {
  const query = new URLSearchParams(location.search)
  const language = query.get('language') ?? 'en'
  const texts = await galleryTexts(language)
  const scheme = SCHEMES.find((each) => each === query.get('scheme')) ?? 'auto'
  const Page = Object.entries(PAGES).find(([name]) => name === query.get('page'))?.[1] ?? PartsSample
  const root = document.getElementById('root')
  if (root === null) throw new Error('the page has no root')
  document.documentElement.lang = language
  createRoot(root).render(
    <I18nextProvider i18n={texts}>
      <UiProvider colourScheme={scheme}>
        <Page />
      </UiProvider>
    </I18nextProvider>,
  )
}

await openGallery()
