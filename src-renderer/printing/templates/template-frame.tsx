import { IconHistory, IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useGoBack, useLocal, useOwnSolid, useQuery, useRefusalWords } from '#renderer/client/index.ts'
import { Button, Dialog, ErrorNotice, PageHeader, Sheet, useKeys, useToast } from '#renderer/ui/index.ts'
import { formOf } from '#shared/printing/printer-state.ts'
import { usePrintWords } from '../words/use-print-words.ts'
import styles from './templates.module.css'
import type { Template, TemplateForm } from './use-template-form.ts'
import type { TemplateWish } from './use-template-preview.ts'
import { VersionsDialog } from './versions-dialog.tsx'

interface TemplateFrameProps {
  template: Template
  form: TemplateForm
  wish: TemplateWish
  forms: readonly string[]
  children: ReactNode
}

const icon = { size: 17, stroke: 1.6, 'aria-hidden': true } as const
const list = '/settings/print-templates'

/** Head and keys of both editors: undo, test print, the next version (picture 11). */
export function TemplateFrame({ template, form, wish, forms, children }: TemplateFrameProps) {
  const { t } = useTranslation('printing')
  const words = usePrintWords()
  const refusals = useRefusalWords()
  const back = useGoBack()
  const toast = useToast()
  const test = useLocal('printTemplate.testPrint')
  const printers = useQuery('printer.list', {}).value?.printers.filter(({ form: each }) => forms.includes(each)) ?? []
  const [open, setOpen] = useState<'versions' | 'printers' | null>(null)
  const next = template.version + 1
  useOwnSolid()
  const save = async () => {
    if (form.isChanged && (await form.save())) toast({ message: t('screen.templates.saved', { name: form.name }) })
  }
  const print = async (printerId: string) => {
    setOpen(null)
    const { kind, design, documentId } = wish
    const printed = await test.run({ kind, design, documentId: documentId ?? null, printerId })
    const printer = printers.find((each) => each.id === printerId)
    if (printed.ok) toast({ message: t('screen.templates.testSent', { printer: printer?.name ?? '' }) })
  }
  const askPrinter = () => {
    const fitting = printers.filter(({ profile }) => wish.form === undefined || formOf(profile) === wish.form)
    const [only] = fitting
    if (fitting.length === 1 && only !== undefined) void print(only.id)
    else setOpen('printers')
  }
  useKeys([
    { keys: 'Esc', label: t('ui:back'), run: () => back(list) },
    { keys: 'Ctrl+Z', label: t('screen.templates.undo'), run: form.undo, isActive: form.canUndo },
    { keys: 'Ctrl+P', label: t('screen.templates.test'), run: askPrinter },
    { keys: 'Ctrl+S', label: t('screen.templates.save', { version: next }), run: () => void save() },
  ])
  const problem = form.problem ?? test.problem
  return (
    <Sheet
      head={
        <>
          <PageHeader
            title={form.name}
            onBack={() => back(list)}
            beside={
              <>
                <Button kind="quiet" size={28} icon={<IconHistory {...icon} />} onClick={() => setOpen('versions')}>
                  {t('screen.templates.version', { version: template.version })}
                </Button>
                <span className={`one-line hint ${styles.kindWord}`}>{words.paper(template.kind)}</span>
              </>
            }
            actions={
              <>
                <Button
                  kind="quiet"
                  keys="Ctrl+Z"
                  {...(form.canUndo ? {} : { blockedBy: t('screen.templates.nothingToUndo') })}
                  onClick={form.undo}
                >
                  {t('screen.templates.undo')}
                </Button>
                <Button keys="Ctrl+P" icon={<IconPrinter {...icon} />} isBusy={test.isPending} onClick={askPrinter}>
                  {t('screen.templates.test')}
                </Button>
                <Button
                  kind="solid"
                  keys="Ctrl+S"
                  isBusy={form.isSaving}
                  {...(form.isChanged ? {} : { blockedBy: t('screen.templates.nothingToUndo') })}
                  onClick={() => void save()}
                >
                  {t('screen.templates.save', { version: next })}
                </Button>
              </>
            }
          />
          {problem !== null && (
            <div className={styles.trouble}>
              <ErrorNotice what={t('screen.templates.notSaved')} why={refusals.problem(problem)} />
            </div>
          )}
        </>
      }
    >
      {children}
      {open === 'versions' && (
        <VersionsDialog
          id={template.id}
          current={template.version}
          onTake={(design) => form.change(design)}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'printers' && (
        <Dialog title={t('screen.templates.test')} isOpen onClose={() => setOpen(null)}>
          {printers.length === 0 && <p>{t('screen.templates.noPrinter')}</p>}
          <ul className={styles.list}>
            {printers.map((printer) => (
              <li key={printer.id} className={styles.line}>
                <span className={styles.name}>{printer.name}</span>
                <Button size={28} onClick={() => void print(printer.id)}>
                  {t('screen.templates.testHere')}
                </Button>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </Sheet>
  )
}
