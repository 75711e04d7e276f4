import { useTranslation } from 'react-i18next'
import { useGo } from '#renderer/client/navigation.tsx'
import { useScreenTools } from '#renderer/client/screen-tools.ts'
import { useTakeBack } from '#renderer/client/take-back.tsx'
import { useLocal } from '#renderer/client/use-local.ts'
import { useKeys } from '#renderer/ui/index.ts'
import { useFeatureParts } from '../all-features.tsx'
import { usePalette } from '../palette/palette-provider.tsx'
import { usePlaces } from './own-places.tsx'

/** Keys that mean the same on every page. A page's own binding for the same key is nearer and wins. */
export function GlobalKeys() {
  const { t } = useTranslation()
  const go = useGo()
  const tools = useScreenTools()
  const palette = usePalette()
  const takeBack = useTakeBack()
  const lock = useLocal('session.lock')
  const places = usePlaces()
  const { paletteActions } = useFeatureParts()
  const scope = 'global'
  useKeys([
    { keys: 'Ctrl+K', label: t('app:key.find'), run: () => palette.open(), scope },
    ...paletteActions.flatMap((action) => {
      const offer = action.keys === undefined ? null : action.offer([], tools)
      if (action.keys === undefined || offer === null) return []
      return [{ keys: action.keys, label: offer.title, run: () => void action.run([], tools), scope } as const]
    }),
    { keys: 'Ctrl+Z', label: t('app:key.takeBack'), run: takeBack.last, scope, yieldsToTyping: true },
    { keys: 'Ctrl+L', label: t('app:key.lock'), run: () => void lock.run({}), scope },
    ...places.flatMap((place) => {
      if (place.letter === undefined) return []
      const label = t('app:key.goTo', { place: t(place.word) })
      return [{ keys: `G ${place.letter}`, label, run: () => go(place.to), scope } as const]
    }),
  ])
  return null
}
