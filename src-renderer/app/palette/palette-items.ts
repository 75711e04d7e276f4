import type { ReactNode } from 'react'
import type { NavigationPlace } from '#renderer/client/feature-screens.ts'
import type {
  PaletteAction,
  PaletteFinding,
  PaletteGroup,
  PaletteHit,
  PaletteSubject,
} from '#renderer/client/palette.ts'
import type { PlaceIcon } from '#renderer/client/place-icon.ts'
import type { ScreenTools } from '#renderer/client/screen-tools.ts'
import { matchesAll } from './matched-text.ts'
import type { PaletteWish } from './palette-wish.ts'

/** One line of the palette: something found, or something to do. */
export interface PaletteItem {
  readonly id: string
  readonly title: string
  readonly code?: string
  readonly icon: PlaceIcon
  readonly picture?: ReactNode
  readonly detail?: ReactNode
  readonly keys?: string
  /** Present on what was found. */
  readonly hit?: PaletteHit
  readonly group?: PaletteGroup
  /** Ctrl+Enter opens it in a new window. */
  readonly to?: string
  readonly run: () => void
}

export interface PaletteSection {
  readonly id: string
  readonly heading: string
  /** At the right of the heading: "3 of 41", "with Bakkerij van Dongen BV". */
  readonly note?: string
  readonly items: readonly PaletteItem[]
}

export interface GroupFinding {
  readonly group: PaletteGroup
  readonly finding: PaletteFinding
}

export function foundSections(findings: readonly GroupFinding[], tools: ScreenTools): readonly PaletteSection[] {
  return findings.flatMap(({ group, finding: { hits, total } }) => {
    if (hits.length === 0) return []
    const section: PaletteSection = {
      id: group.id,
      heading: tools.t(group.word),
      note:
        total === undefined || total === null || total <= hits.length
          ? tools.format.count(hits.length)
          : tools.t('app:palette.shownOf', {
              shown: tools.format.count(hits.length),
              total: tools.format.count(total),
            }),
      items: hits.map((hit) => ({
        ...hit,
        id: `${group.id} ${hit.id}`,
        icon: group.icon,
        hit,
        group,
        run: () => tools.go(hit.to),
      })),
    }
    return [section]
  })
}

interface DoParts {
  readonly actions: readonly PaletteAction[]
  readonly places: readonly NavigationPlace[]
  readonly wish: PaletteWish
  /** Of the hit that has, or last had, the focus. */
  readonly subjects: readonly PaletteSubject[]
  /** After Tab: nothing but what can be done with the hit. */
  readonly isOfHitOnly: boolean
}

/** What can be done: with what was found, then by itself as far as its words fit what was typed. */
export function doSection(parts: DoParts, tools: ScreenTools): PaletteSection | null {
  const { actions, places, wish, subjects, isOfHitOnly } = parts
  const named = subjects[0]
  const fits = (title: string) => wish.text === '' || matchesAll(title, wish.text)
  const withHit = named === undefined ? [] : actions.flatMap((action) => offered(action, subjects, tools))
  const isNew = (item: PaletteItem) => withHit.every((each) => each.id !== item.id)
  // Behind a found thing the typed words found that thing; they do not also have to name the action.
  const first = withHit.filter((item) => (isOfHitOnly || wish.prefix === '>' ? fits(item.title) : true))
  const others = isOfHitOnly
    ? []
    : [
        ...actions.flatMap((action) => offered(action, [], tools)).filter(isNew),
        ...places.map((place) => placeItem(place, tools)),
      ].filter((item) => fits(item.title))
  const items = [...first, ...others]
  if (items.length === 0) return null
  return {
    id: 'do',
    heading: tools.t('app:palette.do'),
    ...(first.length > 0 && named !== undefined ? { note: tools.t('app:palette.with', { name: named.name }) } : {}),
    items,
  }
}

function offered(
  action: PaletteAction,
  subjects: readonly PaletteSubject[],
  tools: ScreenTools,
): readonly PaletteItem[] {
  const offer = action.offer(subjects, tools)
  if (offer === null) return []
  return [
    {
      id: `do ${action.id}`,
      title: offer.title,
      icon: action.icon,
      ...(offer.detail === undefined ? {} : { detail: offer.detail }),
      ...(action.keys === undefined ? {} : { keys: action.keys }),
      run: () => void action.run(subjects, tools),
    },
  ]
}

function placeItem(place: NavigationPlace, tools: ScreenTools): PaletteItem {
  return {
    id: `place ${place.id}`,
    title: tools.t('app:palette.goTo', { place: tools.t(place.word) }),
    icon: place.icon,
    to: place.to,
    ...(place.letter === undefined ? {} : { keys: `G ${place.letter}` }),
    run: () => tools.go(place.to),
  }
}
