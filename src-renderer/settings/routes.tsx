import { IconBuildingStore, IconInfoCircle, IconNumber123, IconPalette, IconReceiptTax } from '@tabler/icons-react'
import type { FeatureScreens } from '#renderer/client/index.ts'

export const settingsScreens: FeatureScreens = {
  settingsPages: [
    {
      id: 'company',
      rank: 10,
      word: 'settings:screen.menu.company',
      icon: IconBuildingStore,
      load: () => import('./company/company-page.tsx'),
      grant: 'company.change',
    },
    {
      id: 'taxes',
      rank: 20,
      word: 'settings:screen.menu.vat',
      icon: IconReceiptTax,
      load: () => import('./vat/vat-rates-page.tsx'),
      grant: 'setting.put',
    },
    {
      id: 'numbers',
      rank: 30,
      word: 'settings:screen.menu.numbers',
      icon: IconNumber123,
      load: () => import('./numbers/numbers-page.tsx'),
      grant: 'company.change',
    },
    {
      id: 'appearance',
      rank: 70,
      word: 'settings:screen.menu.appearance',
      icon: IconPalette,
      load: () => import('./appearance/appearance-page.tsx'),
    },
    {
      id: 'about',
      rank: 90,
      word: 'settings:screen.menu.about',
      icon: IconInfoCircle,
      load: () => import('./about/about-page.tsx'),
    },
  ],
}
