import { Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Shell } from '#renderer/ui/index.ts'
import { PaletteProvider } from '../palette/palette-provider.tsx'
import { ScanRouting } from '../scanning/scan-routing.tsx'
import { GlobalKeys } from './global-keys.tsx'
import { LinkOver } from './link-over.tsx'
import { Navigation } from './navigation-list.tsx'
import { Slug } from './slug.tsx'
import { TopBar } from './top-bar.tsx'
import { usePresence } from './use-presence.ts'

/** What stands on every page: navigation, top bar, slug line, the palette behind Ctrl+K and the ear for scanners. */
export function AppFrame() {
  const { t } = useTranslation('app')
  usePresence()
  return (
    <PaletteProvider>
      <ScanRouting>
        <GlobalKeys />
        <Shell
          topBar={<TopBar />}
          navigation={<Navigation />}
          navigationLabel={t('shell.navigation')}
          slugLine={<Slug />}
        >
          <LinkOver />
          <Outlet />
        </Shell>
      </ScanRouting>
    </PaletteProvider>
  )
}
