import { IconDevicesPc } from '@tabler/icons-react'
import type { FeatureScreens } from '#renderer/client/index.ts'

export const syncScreens: FeatureScreens = {
  routes: [{ path: '/waiting', load: () => import('./outbox/outbox-page.tsx') }],
  settingsPages: [
    {
      id: 'stations',
      rank: 55,
      word: 'sync:screen.menu.stations',
      icon: IconDevicesPc,
      load: () => import('./stations/stations-page.tsx'),
      grant: 'station.see',
    },
  ],
}
