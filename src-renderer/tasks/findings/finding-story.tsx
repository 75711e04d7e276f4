import { useTranslation } from 'react-i18next'
import { useDateWords } from '#renderer/client/index.ts'
import { Glyph, Timeline } from '#renderer/ui/index.ts'
import type { Finding } from './finding.ts'
import type { FindingWords } from './finding-words.ts'
import styles from './findings.module.css'

/** The changes that met, in the order in which they reached the cloud. */
export function FindingStory({ finding, words }: { finding: Finding; words: FindingWords }) {
  const { t } = useTranslation('tasks')
  const { since } = useDateWords()
  const isRefused = finding.kind === 'refused'
  const lost = new Set(finding.fields.map(({ lostChange }) => lostChange))
  const deedOf = ({ change, command }: Finding['parts'][number]): string => {
    const did = words.did(command)
    const own = finding.fields.filter((each) => each.lostChange === change || each.standsChange === change)
    const fields = words.fields(own.filter(({ isChoice }) => isChoice).map(({ path }) => path))
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
          sign: <Glyph name={isRefused && lost.has(part.change) ? 'refused' : 'ink-ring'} size={13} />,
          what: deedOf(part),
          who: t('finding.whoWhere', { name: part.userName, code: part.stationCode }),
        }))}
      />
    </section>
  )
}
