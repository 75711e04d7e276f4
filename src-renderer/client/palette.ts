import type { ComponentType, ReactNode } from 'react'
import type { PlaceIcon } from './place-icon.ts'
import type { ScreenTools } from './screen-tools.ts'

/** # orders and other documents, @ parties, = products, > actions. */
export const palettePrefixes = ['#', '@', '=', '>'] as const
export type PalettePrefix = (typeof palettePrefixes)[number]

/** What a hit is about, so that actions of other features can be offered with it: an order also names its party. */
export interface PaletteSubject {
  /** Entity name: `party`, `sales_order`, `product`. */
  readonly entity: string
  readonly id: string
  /** How a sentence names it: "Bakkerij van Dongen BV". */
  readonly name: string
  /** Amounts and states that an action's words or conditions need. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>
}

export interface PaletteHit {
  readonly id: string
  /** The first thing read; what matched is underlined. */
  readonly title: string
  /** Number or SKU in mono, before the title. */
  readonly code?: string
  /** A thumbnail; the group's icon where there is none. */
  readonly picture?: ReactNode
  /** At the right: a status word, a town, an amount. */
  readonly detail?: ReactNode
  /** Where Enter goes. */
  readonly to: string
  readonly subjects: readonly PaletteSubject[]
}

export interface PaletteFinding {
  readonly hits: readonly PaletteHit[]
  /** How many there are in all, where the query knows. */
  readonly total?: number | null
}

/** One kind of thing the palette searches. */
export interface PaletteGroup {
  readonly id: string
  readonly rank: number
  /** Key of the heading with its namespace. */
  readonly word: string
  readonly prefix: Exclude<PalettePrefix, '>'>
  readonly icon: PlaceIcon
  readonly grant?: string
  readonly find: (text: string, tools: ScreenTools) => Promise<PaletteFinding>
  /** The focused hit at the right: its picture, its amounts. Often the answer itself. */
  readonly Preview?: ComponentType<{ hit: PaletteHit }>
}

export interface PaletteOffer {
  /** "New order for Bakkerij van Dongen BV" */
  readonly title: string
  readonly detail?: ReactNode
}

/** Something the palette can do, by itself or with what was found; its keys work on every page. */
export interface PaletteAction {
  readonly id: string
  readonly rank: number
  readonly icon: PlaceIcon
  /** A global key: works without the palette too, with no subject. */
  readonly keys?: string
  readonly grant?: string
  /** Stands at the right of the top bar as well. */
  readonly isInTopBar?: boolean
  /** One of the large keys of the start page. */
  readonly isOnStart?: boolean
  /** Key of the word for the top bar ("Order"); without one the offer's title stands there. */
  readonly shortWord?: string
  /** Its words with the subjects of the focused hit (none: by itself); null: not offered. */
  readonly offer: (subjects: readonly PaletteSubject[], tools: ScreenTools) => PaletteOffer | null
  readonly run: (subjects: readonly PaletteSubject[], tools: ScreenTools) => void | Promise<void>
}
