import { IconUsers } from '@tabler/icons-react'
import type { FeatureScreens } from '#renderer/client/index.ts'
import { changePartyAction, newPartyAction, partyPaletteGroup } from './find/party-palette.tsx'
import { partyCodePattern } from './find/party-scan.ts'
import { partyKind } from './party-kind.ts'

export const partiesScreens: FeatureScreens = {
  routes: [
    { path: '/parties', load: () => import('./list/party-list.tsx'), grant: 'party.see' },
    { path: '/parties/new', load: () => import('./form/new-party-page.tsx'), grant: 'party.register' },
    { path: '/parties/$partyId', load: () => import('./page/party-page.tsx'), grant: 'party.see' },
    { path: '/parties/$partyId/edit', load: () => import('./form/change-party-page.tsx'), grant: 'party.change' },
  ],
  places: [
    {
      id: 'parties',
      group: 'who',
      rank: 10,
      word: 'parties:screen.list.title',
      icon: IconUsers,
      to: '/parties',
      letter: 'P',
      grant: 'party.see',
    },
  ],
  paletteGroups: [partyPaletteGroup],
  paletteActions: [newPartyAction, changePartyAction],
  scanPatterns: [partyCodePattern],
  documentKinds: [partyKind],
}
