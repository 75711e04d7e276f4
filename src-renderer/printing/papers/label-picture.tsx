import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocal, useRefusalWords } from '#renderer/client/index.ts'
import { ErrorNotice } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import { PaperPictures } from './paper-pictures.tsx'
import type { WantedPaper } from './route-wish.ts'
import { useShownAnswer } from './use-shown-answer.ts'

/** The label as it would come out now, beside what it is printed with. */
export function LabelPicture({ paper, name }: { paper: WantedPaper; name: string }) {
  const { t } = useTranslation('printing')
  const words = useRefusalWords()
  const { run, problem } = useLocal('paper.preview')
  const [shown, show] = useShownAnswer<OutputFor<'paper.preview'>>()
  const { kind, documentId, templateId } = paper
  useEffect(
    () => show(run({ kind, documentId, ...(templateId === undefined ? {} : { templateId }) })),
    [run, show, kind, documentId, templateId],
  )
  if (problem !== null) return <ErrorNotice what={t('screen.preview.notShown')} why={words.problem(problem)} />
  return shown === null ? null : <PaperPictures pictures={shown.pictures} form={shown.form} name={name} />
}
