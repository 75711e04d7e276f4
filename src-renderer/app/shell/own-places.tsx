import { IconBuildingStore, IconSettings } from '@tabler/icons-react'
import type { NavigationPlace } from '#renderer/client/feature-screens.ts'
import { useFeatureParts } from '../all-features.tsx'

/** The shell's own places; all others come from features. */
const counter: NavigationPlace = {
  id: 'counter',
  group: 'sell',
  rank: 0,
  word: 'app:place.start',
  icon: IconBuildingStore,
  to: '/',
  letter: 'C',
}
const settings: NavigationPlace = {
  id: 'settings',
  group: 'machine',
  rank: 90,
  word: 'app:place.settings',
  icon: IconSettings,
  to: '/settings',
  letter: 'S',
}

/** Every place this person may go to, in the order of the navigation. */
export function usePlaces(): readonly NavigationPlace[] {
  const { places } = useFeatureParts()
  return [counter, ...places, settings]
}
