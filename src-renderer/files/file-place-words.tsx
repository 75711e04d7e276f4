import { useTranslation } from 'react-i18next'
import { Glyph } from '#renderer/ui/index.ts'
import type { FilePlaceHere } from './use-file-place.ts'

/** Says of a file that is not on this station where it is; nothing of one that is (FI6, FI13). */
export function FilePlaceWords({ place }: { place: FilePlaceHere | undefined }) {
  const { t } = useTranslation('files')
  if (place === undefined || place.place === 'here') return null
  const isComing = place.place === 'coming'
  return (
    <span className="one-line hint" role={isComing ? 'status' : 'alert'}>
      <Glyph name={isComing ? 'waiting' : 'needs-you'} />{' '}
      {place.place === 'elsewhere'
        ? t('place.elsewhere', { station: place.onlyAt ?? '' })
        : t(isComing ? 'place.coming' : 'place.missing')}
    </span>
  )
}
