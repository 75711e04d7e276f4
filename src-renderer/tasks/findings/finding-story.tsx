import { useTranslation } from 'react-i18next'
import { useDateWords } from '#renderer/client/index.ts'
import { Glyph, Timeline } from '#renderer/ui/index.ts'
import { isChoice } from '#shared/tasks/finding-answer.ts'
import type { Finding } from './finding.ts'
import { type FindingWords, isSetApart } from './finding-words.ts'
import styles from './findings.module.css'

type Field = Finding['fields'][number]

/** The changes that met, in the order in which they reached the cloud. */
export function FindingStory({ finding, words }: { finding: Finding; words: FindingWords }) {
  const { t } = useTranslation('tasks')
  const { since } = useDateWords()
  const { kind } = finding
  const isRefused = finding.kind === 'refused' || isSetApart(finding.kind)
  const lost = new Set(finding.fields.map(({ lostChange }) => lostChange))
  const deedOf = ({ change, command }: Finding['parts'][number]): string => {
    const did = command === '' ? t('finding.short.change.unreadable') : words.did(command)
    // Whoever worked on what was taken away did not touch that it was.
    const isOf = ({ path, lostChange, standsChange }: Field) =>
      standsChange === change || (lostChange === change && !(kind === 'takenAway' && isChoice(kind, path)))
    const own = finding.fields.filter((each) => isOf(each) && !each.path.startsWith('answers.'))
    const fields = words.fields(own.map(({ path }) => path))
    return fields === '' ? did : t('finding.didWhat', { did, fields })
  }
  return (
    <section className={styles.section}>
      <h3 className="t-section">{t('finding.story')}</h3>
      <Timeline
        label={t('finding.story')}
        events={finding.parts.map((part) => ({
          id: part.change,
          at: part.at,
          time: since(part.at),
          sign: (
            <Glyph name={isRefused && (lost.has(part.change) || lost.size === 0) ? 'refused' : 'ink-ring'} size={13} />
          ),
          what: deedOf(part),
          who:
            part.userName === ''
              ? t('finding.station', { code: part.stationCode })
              : t('finding.whoWhere', { name: part.userName, code: part.stationCode }),
        }))}
      />
    </section>
  )
}
