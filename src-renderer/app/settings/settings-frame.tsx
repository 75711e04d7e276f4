import { Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useGo, useHere } from '#renderer/client/navigation.tsx'
import { Sheet, SideMenu, SideMenuItem } from '#renderer/ui/index.ts'
import { useFeatureParts } from '../all-features.tsx'

/** The menu of settings, made of what the features bring; each page has its own header beside it. */
export function SettingsFrame() {
  const { t } = useTranslation()
  const go = useGo()
  const here = useHere()
  const { settingsPages } = useFeatureParts()
  const first = settingsPages[0]
  useEffect(() => {
    if (here === '/settings' && first !== undefined) go(`/settings/${first.id}`, { replaces: true })
  }, [here, first, go])
  return (
    <Sheet>
      <SideMenu label={t('app:place.settings')}>
        {settingsPages.map((page) => (
          <SideMenuItem
            key={page.id}
            label={t(page.word)}
            icon={<page.icon size={17} stroke={1.6} aria-hidden />}
            isActive={here === `/settings/${page.id}`}
            onClick={() => go(`/settings/${page.id}`)}
          />
        ))}
      </SideMenu>
      <Outlet />
    </Sheet>
  )
}
