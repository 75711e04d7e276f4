import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useDateWords, useGo, useLocal, useQuery, useRefusalWords } from '#renderer/client/index.ts'
import { Button, ErrorNotice, QuestionNote } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import { placeOfDocument, wordOf } from '../outbox/waiting-documents.ts'
import styles from './stations.module.css'
import type { Incident } from './use-stations.ts'

type Troubled = OutputFor<'sync.troubles'>['misfits'][number]

/** What an administrator should look at: when, what, and what to do about it. */
export function Troubles({ incidents }: { incidents: readonly Incident[] }) {
  const { t } = useTranslation('sync')
  const { moment } = useDateWords()
  const troubles = useQuery('sync.troubles', {}).value
  return (
    <>
      {incidents.length > 0 && (
        <Trouble title={t('screen.trouble.forked', { count: incidents.length })} what={t('screen.trouble.forkedWhat')}>
          {incidents.map(({ station, stationCode, stationName, at }) => (
            <li key={`${station} ${at}`}>
              {t('screen.stations.one', { code: stationCode, name: stationName })}{' '}
              <span className="hint">{moment(at)}</span>
            </li>
          ))}
        </Trouble>
      )}
      <Documents of="differing" documents={troubles?.differing ?? []} action={<CompareButton />} />
      <Documents of="misfits" documents={troubles?.misfits ?? []} />
    </>
  )
}

interface TroubleProps {
  title: string
  what: string
  children: ReactNode
  action?: ReactNode
}

function Trouble({ title, what, children, action }: TroubleProps) {
  return (
    <QuestionNote glyph="needs-you" title={title} {...(action === undefined ? {} : { answers: action })}>
      <p>{what}</p>
      <ul className={styles.secrets}>{children}</ul>
    </QuestionNote>
  )
}

interface DocumentsProps {
  of: 'differing' | 'misfits'
  documents: readonly Troubled[]
  action?: ReactNode
}

function Documents({ of, documents, action }: DocumentsProps) {
  const { t } = useTranslation('sync')
  const go = useGo()
  if (documents.length === 0) return null
  return (
    <Trouble
      title={t(`screen.trouble.${of}`, { count: documents.length })}
      what={t(`screen.trouble.${of}What`)}
      action={action}
    >
      {documents.map(({ entity, doc, title }) => {
        const kind = t(`entity.${wordOf(entity)}`)
        const place = of === 'misfits' ? null : placeOfDocument(entity, doc)
        return (
          <li key={doc}>
            {title || kind} <span className="hint">{title === '' ? doc : kind}</span>{' '}
            {place !== null && (
              <Button kind="quiet" size={28} onClick={() => go(place)}>
                {t('screen.trouble.open')}
              </Button>
            )}
          </li>
        )
      })}
    </Trouble>
  )
}

/** The night's comparison, at once. */
function CompareButton() {
  const { t } = useTranslation('sync')
  const words = useRefusalWords()
  const check = useLocal('sync.checkNow')
  return (
    <>
      <Button size={28} isBusy={check.isPending} onClick={() => void check.run({})}>
        {t('screen.trouble.compare')}
      </Button>
      {check.problem !== null && (
        <ErrorNotice what={t('screen.trouble.notCompared')} why={words.problem(check.problem)} />
      )}
    </>
  )
}
