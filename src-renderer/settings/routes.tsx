import { IconBuildingStore, IconInfoCircle, IconNumber123, IconPalette, IconReceiptTax } from '@tabler/icons-react'
import type { FeatureScreens } from '#renderer/client/index.ts'

export const settingsScreens: FeatureScreens = {
  settingsPages: [
    {
      id: 'company',
      rank: 10,
      word: 'settings:screen.company.title',
      icon: IconBuildingStore,
      load: () => import('./company/company-page.tsx'),
      grant: 'company.change',
    },
    {
      id: 'taxes',
      rank: 20,
      word: 'settings:screen.vat.title',
      icon: IconReceiptTax,
      load: () => import('./vat/vat-rates-page.tsx'),
      grant: 'setting.put',
    },
    {
      id: 'numbers',
      rank: 30,
      word: 'settings:screen.numbers.title',
      icon: IconNumber123,
      load: () => import('./numbers/numbers-page.tsx'),
      grant: 'company.change',
    },
    {
      id: 'appearance',
      rank: 70,
      word: 'settings:screen.appearance.title',
      icon: IconPalette,
      load: () => import('./appearance/appearance-page.tsx'),
    },
    {
      id: 'about',
      rank: 90,
      word: 'settings:screen.about.title',
      icon: IconInfoCircle,
      load: () => import('./about/about-page.tsx'),
    },
  ],
}
