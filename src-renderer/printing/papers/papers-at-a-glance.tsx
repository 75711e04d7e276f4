import { useTranslation } from 'react-i18next'
import { PaperSign } from '../words/paper-sign.tsx'
import { usePrintWords } from '../words/use-print-words.ts'
import styles from './papers.module.css'
import { StandingWord } from './standing-word.tsx'
import { usePaperStandings } from './use-paper-standings.ts'

interface DocumentPapersAtAGlanceProps {
  about: string
  documentId: string
  onOpen: () => void
}

/** The papers of a document in a narrow column: each with its state, a press leads to where it is printed. */
export function DocumentPapersAtAGlance({ about, documentId, onOpen }: DocumentPapersAtAGlanceProps) {
  const { t } = useTranslation('printing')
  const words = usePrintWords()
  const papers = usePaperStandings(about, documentId)
  if (papers.length === 0) return <p className="hint">{t('screen.papers.none')}</p>
  return (
    <ul className={styles.list}>
      {papers.map((paper) => (
        <li key={paper.kind} className={styles.glance}>
          <button type="button" className={styles.press} onClick={onOpen}>
            <PaperSign form={paper.form} height={24} />
            <span className={`one-line ${styles.title}`}>{words.paper(paper.kind)}</span>
            <span className={styles.state}>
              <StandingWord paper={paper} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
