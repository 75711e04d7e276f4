import { useTranslation } from 'react-i18next'
import { useHasOwnSolid } from '#renderer/client/own-solid.tsx'
import type { PaletteAction } from '#renderer/client/palette.ts'
import { useScreenTools } from '#renderer/client/screen-tools.ts'
import { Brand, Button, FindField } from '#renderer/ui/index.ts'
import { useFeatureParts } from '../all-features.tsx'
import { usePalette } from '../palette/palette-provider.tsx'

export function TopBar() {
  const { t } = useTranslation('app')
  const palette = usePalette()
  const { paletteActions } = useFeatureParts()
  const standing = paletteActions.filter((action) => action.isInTopBar)
  return (
    <>
      <Brand name="Counterproof" />
      <FindField label={t('shell.find')} onOpen={() => palette.open()} />
      {standing.map((action, place) => (
        <ActionButton key={action.id} action={action} isLast={place === standing.length - 1} />
      ))}
    </>
  )
}

/** The last one is what most people came for: solid, unless the page has a solid button of its own. */
function ActionButton({ action, isLast }: { action: PaletteAction; isLast: boolean }) {
  const tools = useScreenTools()
  const hasOwnSolid = useHasOwnSolid()
  const offer = action.offer([], tools)
  if (offer === null) return null
  return (
    <Button
      kind={isLast && !hasOwnSolid ? 'solid' : 'outlined'}
      icon={<action.icon size={17} stroke={1.6} aria-hidden />}
      {...(action.keys === undefined ? {} : { keys: action.keys })}
      onClick={() => void action.run([], tools)}
    >
      {action.shortWord === undefined ? offer.title : tools.t(action.shortWord)}
    </Button>
  )
}
