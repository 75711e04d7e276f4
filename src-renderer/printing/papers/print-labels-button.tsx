import { IconTag } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '#renderer/client/index.ts'
import { Button, Dialog, NumberField, Segmented, useKeys } from '#renderer/ui/index.ts'
import { wholeOf } from '../templates/label/millimetres.ts'
import { usePrintWords } from '../words/use-print-words.ts'
import { LabelPicture } from './label-picture.tsx'
import { LeftOutDialog } from './left-out-dialog.tsx'
import styles from './papers.module.css'
import { TemplateChoice } from './template-choice.tsx'
import { usePaperPrinting } from './use-paper-printing.tsx'

interface PrintLabelsButtonProps {
  /** Entity the labels are of: `product`. */
  about: string
  documentId: string
}

/** Labels of what the page shows: which, in which look, and how many. */
export function PrintLabelsButton({ about, documentId }: PrintLabelsButtonProps) {
  const { t } = useTranslation('printing')
  const [isOpen, setOpen] = useState(false)
  const printing = usePaperPrinting()
  useKeys([{ keys: 'Ctrl+P', label: t('screen.labels.print'), run: () => setOpen(true), isActive: printing.mayPrint }])
  if (!printing.mayPrint) return null
  return (
    <>
      <Button keys="Ctrl+P" icon={<IconTag size={17} stroke={1.6} aria-hidden />} onClick={() => setOpen(true)}>
        {t('screen.labels.print')}
      </Button>
      {isOpen && <LabelsDialog about={about} documentId={documentId} onClose={() => setOpen(false)} />}
    </>
  )
}

const most = 500

function LabelsDialog({ about, documentId, onClose }: PrintLabelsButtonProps & { onClose: () => void }) {
  const { t } = useTranslation('printing')
  const words = usePrintWords()
  const printing = usePaperPrinting()
  const kinds = useQuery('printRoute.list', {}).value?.papers.filter((paper) => paper.about === about) ?? []
  const [chosenKind, setKind] = useState<string | null>(null)
  const kind = chosenKind ?? kinds[0]?.kind ?? ''
  const [templateId, setTemplateId] = useState<string | undefined>(undefined)
  const [copies, setCopies] = useState<number | null>(1)
  const isReady = copies !== null && copies >= 1 && copies <= most && kind !== ''
  const look = templateId === undefined ? {} : { templateId }
  const print = () => {
    if (isReady) void printing.print([{ kind, documentId, copies, ...look }])
  }
  return (
    <Dialog
      title={t('screen.labels.print')}
      isOpen
      onClose={onClose}
      width={560}
      actions={
        <Button
          kind="solid"
          keys="Ctrl+P"
          isBusy={printing.isPending}
          {...(isReady ? {} : { blockedBy: t('screen.labels.howMany', { most }) })}
          onClick={print}
        >
          {t('screen.labels.count', { count: copies ?? 0 })}
        </Button>
      }
    >
      <div className={styles.form}>
        {kinds.length > 1 && (
          <Segmented
            label={t('screen.labels.which')}
            segments={kinds.map((each) => ({ value: each.kind, label: words.paper(each.kind) }))}
            value={kind}
            onChange={(next) => {
              setKind(next)
              setTemplateId(undefined)
            }}
          />
        )}
        <TemplateChoice kind={kind} chosen={templateId} onChoose={setTemplateId} />
        <NumberField
          label={t('screen.labels.copies')}
          autoFocus
          value={copies}
          parse={wholeOf}
          format={String}
          onChange={setCopies}
          error={isReady || copies === null ? null : t('screen.labels.howMany', { most })}
        />
        {kind !== '' && <LabelPicture paper={{ kind, documentId, ...look }} name={words.paper(kind)} />}
      </div>
      <PrintKey label={t('screen.labels.print')} onPrint={print} />
      {printing.question}
      <LeftOutDialog printing={printing} />
    </Dialog>
  )
}

function PrintKey({ label, onPrint }: { label: string; onPrint: () => void }) {
  useKeys([{ keys: 'Ctrl+P', label, run: onPrint, scope: 'dialog' }])
  return null
}
