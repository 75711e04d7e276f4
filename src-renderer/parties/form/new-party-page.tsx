import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useHouse, useRouteWish } from '#renderer/client/index.ts'
import { PartyEditor } from './party-editor.tsx'
import { newParty } from './party-values.ts'

/** A new customer; `?typed=` brings what was searched for and not found. */
export function Screen() {
  const { t } = useTranslation('parties')
  const { newId } = useClient()
  const house = useHouse()
  const typed = useRouteWish('typed') ?? ''
  const [opened] = useState(() => newParty(newId, house, typed))
  return <PartyEditor opened={opened} draftKey="party/new" title={t('screen.form.newTitle')} />
}
