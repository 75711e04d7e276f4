import {
  IconAddressBook,
  IconArchive,
  IconChecklist,
  IconClipboardList,
  IconHistory,
  IconPencil,
  IconPlus,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  useGo,
  useGoBack,
  useOwnSolid,
  useQuery,
  useRefusalWords,
  useRouteParam,
  useSession,
} from '#renderer/client/index.ts'
import { DocumentWaiting } from '#renderer/sync/index.ts'
import { DocumentTasks, FindingNotice } from '#renderer/tasks/index.ts'
import { Button, Content, ErrorNotice, PageHeader, PartMenu, Sheet, StatusWord, useKeys } from '#renderer/ui/index.ts'
import { DocumentHistory } from '#renderer/users/index.ts'
import type { Party } from '../form/party-values.ts'
import { PartyOrders } from './party-orders.tsx'
import { PartySummary } from './party-summary.tsx'
import { UnknownParty } from './unknown-party.tsx'
import { useArchiveParty } from './use-archive-party.ts'
import { useHistoryValues } from './use-history-values.ts'

export function Screen() {
  const { t } = useTranslation('parties')
  const id = useRouteParam('partyId')
  const party = useQuery('party.get', { id }, { dropsLast: true })
  if (party.value !== undefined) return <PartyPage key={id} party={party.value} />
  if (party.problem !== null) return <UnknownParty problem={party.problem} />
  return <Sheet head={<PageHeader title={t('screen.list.title')} />}>{null}</Sheet>
}

const icon = { size: 17, stroke: 1.6, 'aria-hidden': true } as const
const parts = [
  { id: 'summary', icon: <IconAddressBook {...icon} />, grant: 'party.see' },
  { id: 'orders', icon: <IconClipboardList {...icon} />, grant: 'salesOrder.see' },
  { id: 'history', icon: <IconHistory {...icon} />, grant: 'history.see' },
  { id: 'tasks', icon: <IconChecklist {...icon} />, grant: 'task.see' },
] as const
type PartId = (typeof parts)[number]['id']

/** One customer or supplier: how to reach them, what was agreed, what they ordered, who changed what. */
function PartyPage({ party }: { party: Party }) {
  const { t } = useTranslation('parties')
  const go = useGo()
  const back = useGoBack()
  const { may } = useSession()
  const words = useRefusalWords()
  const write = useHistoryValues()
  const [part, setPart] = useState<PartId>('summary')
  const { archive, restore, isPending, problem } = useArchiveParty()
  const { id, archived } = party
  const isNamed = party.kind !== 'walk_in'
  const canChange = isNamed && !archived && may('party.change')
  const canArchive = isNamed && may('party.archive')
  const canOrder = !archived && isNamed && may('salesOrder.take')
  useOwnSolid(canOrder)
  const toOrder = () => go(`/orders/new?party=${id}`)
  // Changing takes this page's place and comes back to it, so that Esc does not lead here twice.
  const edit = () => go(`/parties/${id}/edit`, { replaces: true })
  const shown = parts
    .filter(({ grant }) => may(grant))
    .map(({ id: part, icon: drawn }) => ({ id: part, icon: drawn, label: t(`screen.page.part.${part}`) }))
  useKeys([
    { keys: 'Esc', label: t('ui:back'), run: () => back('/parties') },
    { keys: 'E', label: t('screen.page.change'), run: edit, isActive: canChange },
    { keys: 'Alt+N', label: t('screen.page.newOrder'), run: toOrder, isActive: canOrder },
  ])
  return (
    <Sheet
      head={
        <PageHeader
          code={party.code}
          title={isNamed ? party.name : t('walkIn')}
          onBack={() => back('/parties')}
          beside={
            <>
              {archived ? (
                <StatusWord glyph="called-off">{t('field.party.archived')}</StatusWord>
              ) : (
                <span className="t-hint">{rolesOf(party, t)}</span>
              )}
              <DocumentWaiting doc={id} />
            </>
          }
          actions={
            <>
              {canArchive && (
                <Button
                  kind="quiet"
                  icon={<IconArchive {...icon} />}
                  isBusy={isPending}
                  onClick={() => void (archived ? restore(party) : archive(party))}
                >
                  {t(archived ? 'screen.page.restore' : 'screen.page.archive')}
                </Button>
              )}
              {canChange && (
                <Button keys="E" icon={<IconPencil {...icon} />} onClick={edit}>
                  {t('screen.page.change')}
                </Button>
              )}
              {canOrder && (
                <Button kind="solid" keys="Alt+N" icon={<IconPlus {...icon} />} onClick={toOrder}>
                  {t('screen.page.newOrder')}
                </Button>
              )}
            </>
          }
        />
      }
    >
      <PartMenu label={t('screen.page.parts')} parts={shown} active={part} onChange={setPart} />
      <Content kind={part === 'orders' ? 'list' : 'form'}>
        {problem !== null && <ErrorNotice what={t('app:trouble.notSaved')} why={words.problem(problem)} />}
        {part !== 'orders' && <FindingNotice entity="party" doc={id} />}
        {part === 'summary' && <PartySummary party={party} onOrders={() => setPart('orders')} />}
        {part === 'orders' && <PartyOrders partyId={id} />}
        {part === 'tasks' && <DocumentTasks entity="party" doc={id} />}
        {part === 'history' && <DocumentHistory entity="party" doc={id} feature="parties" write={write} />}
      </Content>
    </Sheet>
  )
}

function rolesOf({ kind, isCustomer, isSupplier }: Party, t: (key: string) => string): string {
  return [
    t(`kind.${kind}`),
    ...(isCustomer && isSupplier ? [t('field.party.isCustomer')] : []),
    ...(isSupplier ? [t('field.party.isSupplier')] : []),
  ].join(' · ')
}
