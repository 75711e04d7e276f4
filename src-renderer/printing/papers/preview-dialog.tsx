import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocal, useRefusalWords } from '#renderer/client/index.ts'
import { Dialog, ErrorNotice, ProgressLine } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import type { PrintJobRow } from '../words/job-word.ts'
import { PaperPictures } from './paper-pictures.tsx'
import styles from './papers.module.css'
import type { WantedPaper } from './route-wish.ts'
import { useShownAnswer } from './use-shown-answer.ts'

type Shown = Pick<OutputFor<'paper.preview'>, 'pictures' | 'form'> &
  Partial<Pick<OutputFor<'paper.preview'>, 'warnings'>>

interface PreviewFrameProps {
  name: string
  shown: Shown | null
  problem: string | null
  /** What the paper is made with, above its picture. */
  choices?: ReactNode
  actions: ReactNode
  onClose: () => void
}

function PreviewFrame({ name, shown, problem, choices, actions, onClose }: PreviewFrameProps) {
  const { t } = useTranslation('printing')
  const warnings = shown?.warnings ?? []
  return (
    <Dialog title={name} isOpen onClose={onClose} width={760} actions={actions}>
      {choices}
      {problem !== null && <ErrorNotice what={t('screen.preview.notShown')} why={problem} />}
      {warnings.length > 0 && (
        <div className={styles.notes}>
          {warnings.map((warning) => (
            <p key={JSON.stringify(warning)}>{t(`warning.${warning.code}`, warning)}</p>
          ))}
        </div>
      )}
      {shown === null && problem === null && (
        <ProgressLine share={0.5} label={name}>
          {t('screen.preview.drawing')}
        </ProgressLine>
      )}
      {shown !== null && <PaperPictures pictures={shown.pictures} form={shown.form} name={name} />}
    </Dialog>
  )
}

interface PaperPreviewProps {
  paper: WantedPaper
  name: string
  choices?: ReactNode
  actions: ReactNode
  onClose: () => void
}

/** A paper of a document before it is printed. */
export function PaperPreview({ paper, name, choices, actions, onClose }: PaperPreviewProps) {
  const { run, problem } = useLocal('paper.preview')
  const words = useRefusalWords()
  const { kind, documentId, lineIds, printerId, templateId } = paper
  const [shown, show] = useShownAnswer<OutputFor<'paper.preview'>>()
  useEffect(() => {
    const lines = lineIds === undefined ? {} : { lineIds }
    const printer = printerId === undefined ? {} : { printerId }
    const look = templateId === undefined ? {} : { templateId }
    return show(run({ kind, documentId, ...lines, ...printer, ...look }))
  }, [run, show, kind, documentId, lineIds, printerId, templateId])
  const why = problem === null ? null : words.problem(problem)
  return <PreviewFrame name={name} shown={shown} problem={why} choices={choices} actions={actions} onClose={onClose} />
}

/** What a print job printed, or will. */
export function JobPreview({ job, name, onClose }: { job: PrintJobRow; name: string; onClose: () => void }) {
  const { id, form, warnings } = job
  const { run, problem } = useLocal('printJob.image')
  const words = useRefusalWords()
  const [shown, show] = useShownAnswer<OutputFor<'printJob.image'>>()
  useEffect(() => show(run({ id })), [run, show, id])
  const why = problem === null ? null : words.problem(problem)
  return (
    <PreviewFrame
      name={name}
      shown={shown === null ? null : { ...shown, form, warnings }}
      problem={why}
      actions={undefined}
      onClose={onClose}
    />
  )
}
