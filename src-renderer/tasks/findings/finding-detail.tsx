import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useDocumentKind, useGo, useQuery, useRefusalWords } from '#renderer/client/index.ts'
import { Button, Content, EmptyState, Glyph } from '#renderer/ui/index.ts'
import { DecideFoot } from './decide-foot.tsx'
import type { Finding } from './finding.ts'
import { FindingCare } from './finding-care.tsx'
import { FindingStory } from './finding-story.tsx'
import { glyphOf, useFindingWords } from './finding-words.ts'
import styles from './findings.module.css'
import { SeenTo } from './seen-to.tsx'
import { useDecision } from './use-decision.ts'
import { VersionTable } from './version-table.tsx'

const nothingTyped = {}

/** One finding: what happened, both versions, who did what, and what people do about it. */
export function FindingDetail({ id }: { id: string }) {
  const { t } = useTranslation('tasks')
  const words = useRefusalWords()
  const finding = useQuery('finding.get', { id }, { dropsLast: true })
  if (finding.value !== undefined) return <Open finding={finding.value} />
  return (
    <Content>
      {finding.problem !== null && <EmptyState title={t('finding.gone')}>{words.problem(finding.problem)}</EmptyState>}
    </Content>
  )
}

function Open({ finding }: { finding: Finding }) {
  const { t } = useTranslation('tasks')
  const go = useGo()
  const words = useFindingWords(finding.about.entity)
  const { kind, about, answered, readOn } = finding
  const place = useDocumentKind(readOn.entity)?.to(readOn.doc) ?? null
  const hasVersions = finding.fields.length > 0
  const isChosen = hasVersions && !finding.answers.includes('done')
  const decision = useDecision(finding, useDocumentKind(about.entity)?.typedFields ?? nothingTyped)
  return (
    <div className={styles.detail}>
      <Content>
        <div className={styles.detailHead}>
          <Glyph name={finding.isOpen ? glyphOf(kind) : 'ink-check'} size={18} />
          <h2 className="t-title">{about.title || words.kind}</h2>
          {place !== null && (
            <Button
              kind="quiet"
              size={28}
              icon={<IconArrowRight size={16} stroke={1.6} aria-hidden />}
              onClick={() => go(place)}
            >
              {t('finding.open_document')}
            </Button>
          )}
        </div>
        <p className={styles.lead}>{t(`finding.what.${kind}`)}</p>
        {answered !== null && (
          <p className={styles.lead}>
            {t('finding.answered_by', {
              answer: t(`finding.answer.${answered.answer}`),
              name: answered.userName,
              station: answered.stationCode,
            })}
          </p>
        )}
        {hasVersions && <VersionTable finding={finding} words={words} decision={decision} />}
        <FindingStory finding={finding} words={words} />
        <FindingCare finding={finding} />
      </Content>
      {finding.isOpen && isChosen && <DecideFoot finding={finding} decision={decision} />}
      {finding.isOpen && !isChosen && <SeenTo finding={finding} />}
    </div>
  )
}
