import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router'
import type { ScreenRoute, SettingsPage } from '#renderer/client/feature-screens.ts'
import { PageFault } from './problems/page-fault.tsx'
import { UnknownPlace } from './problems/unknown-place.tsx'
import { SettingsFrame } from './settings/settings-frame.tsx'
import { AppFrame } from './shell/app-frame.tsx'
import { StartPage } from './start/start-page.tsx'

interface RoutedParts {
  readonly routes: readonly ScreenRoute[]
  readonly settingsPages: readonly SettingsPage[]
}

/** The route table, composed from what the features say. The place stands behind the # so that any host can serve it. */
export function createAppRouter(parts: RoutedParts, history: RouterHistory = createHashHistory()) {
  const root = createRootRoute({
    component: AppFrame,
    notFoundComponent: UnknownPlace,
    errorComponent: PageFault,
  })
  const start = createRoute({ getParentRoute: () => root, path: '/', component: StartPage })
  const settings = createRoute({ getParentRoute: () => root, path: '/settings', component: SettingsFrame })
  const settingsPages = parts.settingsPages.map(({ id, load }) =>
    createRoute({ getParentRoute: () => settings, path: `/${id}`, component: lazyRouteComponent(load, 'Screen') }),
  )
  const screens = parts.routes.map(({ path, load }) =>
    createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load, 'Screen') }),
  )
  return createRouter({
    routeTree: root.addChildren([start, settings.addChildren(settingsPages), ...screens]),
    history,
    defaultErrorComponent: PageFault,
    // What stands behind the question mark is read by the screens as plain text.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch,
    defaultPendingMs: 300,
    scrollRestoration: false,
  })
}

function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const wishes = Object.entries(search).filter(([, value]) => value !== undefined && value !== null)
  const text = new URLSearchParams(wishes.map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? '' : `?${text}`
}
