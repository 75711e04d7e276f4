import type { ComponentType } from 'react'
import type { DocumentKind } from './document-kinds.tsx'
import type { OrderPart } from './order-parts.tsx'
import type { PaletteAction, PaletteGroup } from './palette.ts'
import type { PlaceIcon } from './place-icon.ts'
import type { ScanPattern } from './scan-pattern.ts'
import type { Session } from './session.tsx'

/** Sell and make; buy and bill; who and what; the machine room. */
export const placeGroups = ['sell', 'buy', 'who', 'machine'] as const
export type PlaceGroup = (typeof placeGroups)[number]

/** A module whose `Screen` is fetched when somebody goes there. */
export type LoadScreen = () => Promise<{ readonly Screen: ComponentType }>

export interface PlaceCount {
  readonly count: number
  /** What it counts, said to screen readers: "214 open". */
  readonly words: string
  /** Only the machine room's counts need a person. */
  readonly needsYou?: boolean
  /** What needs them; a question of the program unless said. */
  readonly glyph?: 'unknown' | 'versions'
}

/** An item of the navigation, also found by the palette. */
export interface NavigationPlace {
  readonly id: string
  readonly group: PlaceGroup
  /** Order within the group, in tens. */
  readonly rank: number
  /** Key of the word with its namespace: `sales-orders:place`. */
  readonly word: string
  readonly icon: PlaceIcon
  readonly to: string
  /** G and this letter go there. */
  readonly letter?: string
  /** Hidden from who lacks it. */
  readonly grant?: string
  /** A hook for the figure at the right; null shows none. */
  readonly useCount?: () => PlaceCount | null
}

export interface ScreenRoute {
  /** `/orders`, `/orders/$orderId`; a parameter is read with `useRouteParam`. */
  readonly path: string
  readonly load: LoadScreen
  readonly grant?: string
}

/** A page behind Settings, at `/settings/<id>`. */
export interface SettingsPage {
  readonly id: string
  readonly rank: number
  readonly word: string
  readonly icon: PlaceIcon
  readonly load: LoadScreen
  readonly grant?: string
}

/** A part of the start page: what is promised today, what waits. It leaves itself out by rendering nothing. */
export interface StartPanel {
  readonly id: string
  readonly rank: number
  /** `aside`: the narrow column at the right. */
  readonly column: 'main' | 'aside'
  readonly Panel: ComponentType
  readonly grant?: string
}

/** A part of the slug line, left of the station's name: a printer's state, a terminal's. */
export interface SlugItem {
  readonly id: string
  readonly rank: number
  readonly Item: ComponentType
  readonly grant?: string
}

/** Stands before the whole program while it is closed: the first start, signing in. The first closed one is shown. */
export interface Gate {
  readonly id: string
  readonly isClosed: (session: Session) => boolean
  readonly load: LoadScreen
}

/**
 * What a feature's `routes.tsx` tells the shell: its places and pages, what the palette finds and does with it, which
 * scanned codes are its own, and what it adds to the start page. The shell knows features by this and nothing else.
 */
export interface FeatureScreens {
  readonly gates?: readonly Gate[]
  readonly places?: readonly NavigationPlace[]
  readonly routes?: readonly ScreenRoute[]
  readonly settingsPages?: readonly SettingsPage[]
  readonly paletteGroups?: readonly PaletteGroup[]
  readonly paletteActions?: readonly PaletteAction[]
  readonly scanPatterns?: readonly ScanPattern[]
  readonly startPanels?: readonly StartPanel[]
  readonly slugItems?: readonly SlugItem[]
  /** What a feature that comes after sales orders adds to an order's page. */
  readonly orderParts?: readonly OrderPart[]
  /** Its documents, for findings and tasks that are about them. */
  readonly documentKinds?: readonly DocumentKind[]
}
