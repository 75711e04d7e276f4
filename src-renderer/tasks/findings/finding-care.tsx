import { useTranslation } from 'react-i18next'
import { useCommand, useSession } from '#renderer/client/index.ts'
import { AssigneeField } from '../list/assignee-field.tsx'
import { Comments } from '../list/comments.tsx'
import type { Finding } from './finding.ts'
import styles from './findings.module.css'

/** Who sees to it, and what was said meanwhile. */
export function FindingCare({ finding }: { finding: Finding }) {
  const { t } = useTranslation('tasks')
  const { may } = useSession()
  const take = useCommand('finding.take')
  return (
    <section className={styles.section}>
      <h3 className="t-section">{t('finding.care')}</h3>
      {finding.isOpen && may('finding.take') && (
        <AssigneeField
          assignee={finding.assignee}
          onChange={(assignee) => void take.run({ id: finding.id, assignee })}
        />
      )}
      <Comments taskId={finding.id} comments={finding.comments} />
    </section>
  )
}
