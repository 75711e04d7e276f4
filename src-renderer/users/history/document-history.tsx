import { IconPencil, IconPlus } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useQuery } from '#renderer/client/index.ts'
import { Button, type GlyphName, Timeline } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import styles from './document-history.module.css'
import { noWords } from './field-words.ts'
import { type FieldLine, fieldLines, type WriteValue } from './history-lines.ts'
import { useShortMoment } from './use-short-moment.ts'

interface DocumentHistoryProps {
  /** Name in the log: `party`, `product`. */
  entity: string
  doc: string
  /** The feature whose texts hold the words of commands and fields. */
  feature: string
  write?: WriteValue
}

type Entry = OutputFor<'history.get'>['entries'][number]
const firstLook = 50
const most = 200

/** Everything that was ever done to a document: who, when, where, why, each field from and to (USR-05, USR-06). */
export function DocumentHistory({ entity, doc, feature, write = noWords }: DocumentHistoryProps) {
  const { t } = useTranslation('users')
  const { wire } = useClient()
  const shortMoment = useShortMoment()
  const [limit, setLimit] = useState(firstLook)
  const history = useQuery('history.get', { entity, doc, limit })
  const { askAgain } = history
  // A history depends on every kind of document, so it names none; here only the document's own kind counts.
  useEffect(() => wire.onAnnouncement(({ entities }) => entity in entities && askAgain()), [wire, entity, askAgain])
  if (history.value === undefined) return null
  const { entries, next } = history.value
  return (
    <div className={styles.history}>
      <Timeline
        label={t('history.title')}
        events={entries.map((entry) => ({
          id: entry.id,
          at: entry.at,
          time: shortMoment(entry.at),
          sign: signOf(entry),
          what: (
            <>
              <span className="strong">{t([`${feature}:did.${entry.command}`, `history.kind.${entry.kind}`])}</span>
              {entry.verdict === 'refused' && <span className={styles.line}>{t('history.refused')}</span>}
              {entry.reason !== null && (
                <span className={styles.line}>{t('history.reason', { reason: entry.reason })}</span>
              )}
              {/* What a document began with is the document; only what changed since is said. */}
              {entry.kind !== 'create' &&
                fieldLines(entry.fields, write).map((line) => (
                  <Line key={line.path} line={line} entity={entity} feature={feature} />
                ))}
            </>
          ),
          who: t(entry.user === null ? 'history.bySomebody' : 'history.by', {
            name: entry.user?.name ?? '',
            station: entry.station.code ?? t('history.elsewhere'),
          }),
        }))}
      />
      {next !== null && limit < most && (
        <Button size={28} onClick={() => setLimit(most)}>
          {t('history.older')}
        </Button>
      )}
    </div>
  )
}

function Line({ line, entity, feature }: { line: FieldLine; entity: string; feature: string }) {
  const { t } = useTranslation('users')
  const name = line.names.map((each) => t(`${feature}:field.${entity}.${each}`, { defaultValue: each })).join(' · ')
  if (line.isHidden) return <span className={styles.line}>{`${name}: ${t('history.hidden')}`}</span>
  if (line.from === null || line.to === null) return <span className={styles.line}>{name}</span>
  const said = (text: string) => (text === '' ? t('history.nothing') : text)
  return (
    <span className={styles.line}>
      {name}: {t('history.fromTo', { from: said(line.from), to: said(line.to) })}
      {line.overwrittenBy !== undefined && (
        <>
          {' · '}
          {t('history.overwritten', { name: line.overwrittenBy.userName, station: line.overwrittenBy.stationCode })}
        </>
      )}
    </span>
  )
}

function signOf({ kind, verdict }: Entry): GlyphName | ReactNode {
  if (verdict === 'refused') return 'refused'
  const Icon = kind === 'create' ? IconPlus : IconPencil
  return <Icon size={13} stroke={1.6} aria-hidden />
}
