import { IconBuildingStore } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useGo } from '#renderer/client/navigation.tsx'
import { useOwnSolid } from '#renderer/client/own-solid.tsx'
import { Button, EmptyState, useKeys } from '#renderer/ui/index.ts'
import styles from './problems.module.css'

/** An address that leads nowhere here: an old link, or a place this person may not go to. */
export function UnknownPlace() {
  const { t } = useTranslation('app')
  const go = useGo()
  const toStart = () => go('/')
  useOwnSolid()
  useKeys([{ keys: 'C', label: t('place.unknown.toStart'), run: toStart }])
  return (
    <div className={styles.middle}>
      <EmptyState
        title={t('place.unknown.title')}
        ways={[
          {
            id: 'start',
            icon: <IconBuildingStore size={22} stroke={1.6} aria-hidden />,
            title: t('place.start'),
            detail: t('place.unknown.detail'),
            action: (
              <Button kind="solid" keys="C" onClick={toStart}>
                {t('place.unknown.toStart')}
              </Button>
            ),
          },
        ]}
      >
        {t('place.unknown.why')}
      </EmptyState>
    </div>
  )
}
