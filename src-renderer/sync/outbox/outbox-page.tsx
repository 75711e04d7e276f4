import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useDateWords, useFormat, useGo, useGoBack, useQuery } from '#renderer/client/index.ts'
import {
  Content,
  DataTable,
  EmptyState,
  PageHeader,
  Sheet,
  type TableColumn,
  useKeys,
  useTableState,
} from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import { placeOfDocument, wordOf } from './waiting-documents.ts'

type WaitingDocument = OutputFor<'sync.outbox'>['documents'][number]

/** What was done here and has not reached the cloud, by document, the oldest first. */
export function Screen() {
  const { t } = useTranslation('sync')
  const go = useGo()
  const goBack = useGoBack()
  const outbox = useQuery('sync.outbox', {})
  const state = useTableState('sync.outbox')
  const columns = useOutboxColumns()
  const documents = outbox.value?.documents ?? []
  const open = ({ entity, doc }: WaitingDocument) => {
    const place = placeOfDocument(entity, doc)
    if (place !== null) go(place)
  }
  const back = () => goBack('/')
  useKeys([{ keys: 'Esc', label: t('ui:back'), run: back, scope: 'page' }])
  return (
    <Sheet
      head={
        <PageHeader
          title={t('screen.outbox.title')}
          beside={<span className="hint">{outbox.value?.hasMore === true ? t('screen.outbox.more') : ''}</span>}
          onBack={back}
        />
      }
    >
      <Content kind="list">
        {outbox.value !== undefined && documents.length === 0 ? (
          <EmptyState title={t('screen.outbox.none')}>{t('screen.outbox.noneWhy')}</EmptyState>
        ) : (
          <DataTable
            isMain
            label={t('screen.outbox.title')}
            columns={columns}
            rows={documents}
            rowId={({ entity, doc }) => `${entity} ${doc}`}
            rowLabel={({ title }) => title}
            state={state}
            onOpen={open}
            opensOnClick
          />
        )}
      </Content>
    </Sheet>
  )
}

function useOutboxColumns(): readonly TableColumn<WaitingDocument>[] {
  const { t } = useTranslation('sync')
  const format = useFormat()
  const dates = useDateWords()
  return useMemo(
    () => [
      {
        id: 'title',
        head: t('screen.outbox.document'),
        width: 'flex',
        look: 'main',
        render: ({ title, entity }) => title || t(`entity.${wordOf(entity)}`),
      },
      {
        id: 'kind',
        head: t('screen.outbox.kind'),
        width: 170,
        look: 'second',
        render: ({ entity }) => t(`entity.${wordOf(entity)}`),
      },
      {
        id: 'changes',
        head: t('screen.outbox.changes'),
        width: 110,
        align: 'right',
        look: 'number',
        render: ({ changes }) => format.count(changes),
      },
      { id: 'since', head: t('screen.outbox.since'), width: 150, render: ({ since }) => dates.since(since) },
    ],
    [t, format, dates],
  )
}
