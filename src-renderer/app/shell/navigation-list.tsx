import { useTranslation } from 'react-i18next'
import { type NavigationPlace, type PlaceCount, placeGroups } from '#renderer/client/feature-screens.ts'
import { useHere } from '#renderer/client/navigation.tsx'
import { NavGroup, NavItem } from '#renderer/ui/index.ts'
import { usePlaces } from './own-places.tsx'

export function Navigation() {
  const places = usePlaces()
  const here = useHere()
  return placeGroups.map((group) => {
    const members = places.filter((place) => place.group === group)
    if (members.length === 0) return null
    return (
      <NavGroup key={group}>
        {members.map((place) => (
          <PlaceItem key={place.id} place={place} isActive={isWithin(here, place.to)} />
        ))}
      </NavGroup>
    )
  })
}

function PlaceItem({ place, isActive }: { place: NavigationPlace; isActive: boolean }) {
  const { t } = useTranslation()
  const useCount = place.useCount ?? useNoCount
  const count = useCount()
  return (
    <NavItem
      label={t(place.word)}
      icon={<place.icon aria-hidden />}
      href={`#${place.to}`}
      isActive={isActive}
      {...(place.letter === undefined ? {} : { keys: `G ${place.letter}` })}
      {...(count === null ? {} : { count: count.count, countLabel: count.words })}
      {...(count?.needsYou && count.count > 0 ? { countGlyph: count.glyph ?? 'unknown' } : {})}
    />
  )
}

function useNoCount(): PlaceCount | null {
  return null
}

/** The start page is only itself; any other place holds the pages under it too. */
export function isWithin(here: string, place: string): boolean {
  return here === place || (place !== '/' && here.startsWith(`${place}/`))
}
