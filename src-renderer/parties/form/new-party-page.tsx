import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useHouse, useRouteWish } from '#renderer/client/index.ts'
import { PartyEditor } from './party-editor.tsx'
import { newParty } from './party-values.ts'

/** A new customer; `?name=` brings what was searched for and not found. */
export function Screen() {
  const { t } = useTranslation('parties')
  const { newId } = useClient()
  const house = useHouse()
  const name = useRouteWish('name') ?? ''
  const [opened] = useState(() => newParty(newId, house, name.slice(0, 200)))
  return <PartyEditor opened={opened} draftKey="party/new" title={t('screen.form.newTitle')} />
}
