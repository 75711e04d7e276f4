import { useTranslation } from 'react-i18next'
import { useFormat, useQuery, useRouteParam } from '#renderer/client/index.ts'
import { PageHeader, Sheet } from '#renderer/ui/index.ts'
import { UnknownParty } from '../page/unknown-party.tsx'
import { PartyEditor } from './party-editor.tsx'
import { openParty } from './party-values.ts'

export function Screen() {
  const { t } = useTranslation('parties')
  const format = useFormat()
  const id = useRouteParam('partyId')
  const party = useQuery('party.get', { id }, { dropsLast: true })
  if (party.problem !== null && party.value === undefined) return <UnknownParty problem={party.problem} />
  if (party.value === undefined) return <Sheet head={<PageHeader title={t('screen.form.changeTitle')} />}>{null}</Sheet>
  const title = t('screen.form.changeNamed', { name: party.value.name })
  return <PartyEditor key={id} opened={openParty(party.value, format)} draftKey={`party/${id}`} title={title} />
}
