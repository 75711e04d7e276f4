import { useTranslation } from 'react-i18next'
import { useDateWords, useQuery } from '#renderer/client/index.ts'
import { Button, Dialog } from '#renderer/ui/index.ts'
import type { TemplateDesign } from '#shared/printing/templates/design-schema.ts'
import styles from './templates.module.css'

interface VersionsDialogProps {
  id: string
  current: number
  onTake: (design: TemplateDesign) => void
  onClose: () => void
}

/** What the template was: an earlier version is taken into the editor and saved as the next (PR45). */
export function VersionsDialog({ id, current, onTake, onClose }: VersionsDialogProps) {
  const { t } = useTranslation('printing')
  const dates = useDateWords()
  const versions = useQuery('printTemplate.versions', { id }).value?.versions ?? []
  return (
    <Dialog title={t('screen.templates.versions')} isOpen onClose={onClose} width={520}>
      <ul className={styles.list}>
        {versions.map(({ version, at, byName, design }) => (
          <li key={`${version} ${at}`} className={styles.line}>
            <span className={styles.name}>
              <span className="strong">{t('screen.templates.version', { version })}</span>
              <span className="hint">{t('screen.templates.savedBy', { when: dates.moment(at), name: byName })}</span>
            </span>
            {version !== current && (
              <Button
                kind="quiet"
                size={28}
                onClick={() => {
                  onTake(design)
                  onClose()
                }}
              >
                {t('screen.templates.takeUp')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
