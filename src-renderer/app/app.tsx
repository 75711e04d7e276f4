import { AppearanceProvider } from '#renderer/client/appearance.tsx'
import { type ClientPorts, ClientProvider } from '#renderer/client/client-provider.tsx'
import { SessionProvider } from '#renderer/client/session.tsx'
import { UiProvider } from '#renderer/ui/index.ts'
import { AllFeatures } from './all-features.tsx'
import { features } from './features.ts'
import { Gates } from './gates.tsx'
import { PersonScreens } from './person-screens.tsx'
import { ErrorBoundary } from './problems/error-boundary.tsx'
import { Reaching } from './problems/reaching.tsx'

/** The whole program on one screen. */
export function App({ ports }: { ports: ClientPorts }) {
  return (
    <ClientProvider ports={ports}>
      <AppearanceProvider>
        {(look) => (
          <UiProvider colourScheme={look.theme} keys={{ hasSingleKeys: look.singleKeys, showsCaps: look.keyCaps }}>
            <ErrorBoundary>
              <SessionProvider whileUnknown={() => <Reaching />}>
                <AllFeatures features={features}>
                  <Gates>
                    <PersonScreens />
                  </Gates>
                </AllFeatures>
              </SessionProvider>
            </ErrorBoundary>
          </UiProvider>
        )}
      </AppearanceProvider>
    </ClientProvider>
  )
}
