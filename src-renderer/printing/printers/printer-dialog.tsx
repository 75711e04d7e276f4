import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormCheck, useLocal } from '#renderer/client/index.ts'
import { NotSaved } from '#renderer/settings/index.ts'
import { Button, CheckboxField, Dialog, Segmented, TextField, useKeys } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import type { FoundPrinter } from '#shared/printing/found-printer.ts'
import { formOf } from '#shared/printing/printer-state.ts'
import type { PrinterRow } from '../words/printer-word.ts'
import { usePrintWords } from '../words/use-print-words.ts'
import { FindOnNetwork } from './find-on-network.tsx'
import { valuesOfFound } from './found-values.ts'
import { ModelFields } from './model-fields.tsx'
import { freshPrinter, type PrinterValues, printerInputOf, valuesOf, withLanguage } from './printer-values.ts'
import styles from './printers.module.css'
import { RoadFields } from './road-fields.tsx'

interface PrinterDialogProps {
  /** Null: a new one. */
  printer: PrinterRow | null
  papers: OutputFor<'printRoute.list'>['papers']
  onClose: () => void
  /** A new one is there and wants to be tried. */
  onAdded: (printerId: string) => void
}

const languages = ['escpos', 'zpl', 'pdf'] as const

/** A printer of this station: what it prints, how it is reached and which model it is. Its kind is locked once added (P13). */
export function PrinterDialog({ printer, papers, onClose, onAdded }: PrinterDialogProps) {
  const { t } = useTranslation('printing')
  const words = usePrintWords()
  const add = useLocal('printer.add')
  const change = useLocal('printer.change')
  const remove = useLocal('printer.remove')
  const putRoute = useLocal('printRoute.put')
  const [values, setValues] = useState<PrinterValues>(() =>
    printer === null ? freshPrinter : valuesOf(printer.profile),
  )
  const [chosen, setChosen] = useState<FoundPrinter | null>(null)
  const [takesPapers, setTakesPapers] = useState(true)
  const form = formOf(values)
  const put = (part: Partial<PrinterValues>) => setValues((now) => ({ ...now, ...part }))
  const input = useMemo(() => ({ profile: printerInputOf(values, printer?.profile ?? null) }), [values, printer])
  const problem = add.problem ?? change.problem ?? remove.problem
  const check = useFormCheck('printer.add', input, problem)
  const homeless = printer === null ? papers.filter(({ route, forms }) => route === null && forms[0] === form) : []

  const save = async () => {
    if (!check.checkAll()) return
    if (printer !== null) {
      const changed = await change.run({ id: printer.id, ...input })
      if (changed.ok) onClose()
      return
    }
    const marks = chosen?.host === values.host.trim() ? chosen.marks : undefined
    const added = await add.run({ ...input, marks })
    if (!added.ok) return
    for (const { kind } of takesPapers ? homeless : []) await putRoute.run({ kind, printerId: added.value.id })
    onAdded(added.value.id)
  }
  const takeAway = async () => {
    if (printer === null) return
    const removed = await remove.run({ id: printer.id })
    if (removed.ok) onClose()
  }
  return (
    <Dialog
      title={printer === null ? t('screen.printers.add') : printer.name}
      isOpen
      onClose={onClose}
      closesOnVeil={false}
      width={700}
      actions={
        <>
          {printer !== null && (
            <Button kind="danger" isBusy={remove.isPending} onClick={() => void takeAway()}>
              {t('screen.printers.remove')}
            </Button>
          )}
          <Button kind="quiet" keys="Esc" onClick={onClose}>
            {t('screen.printers.cancel')}
          </Button>
          <Button kind="solid" keys="Ctrl+Enter" isBusy={add.isPending || change.isPending} onClick={() => void save()}>
            {t(printer === null ? 'screen.printers.addRun' : 'screen.printers.save')}
          </Button>
        </>
      }
    >
      <SaveKey onSave={() => void save()} />
      <NotSaved problem={problem} check={check} />
      <div className={styles.form}>
        {printer === null && (
          <FindOnNetwork
            chosenHost={values.host}
            onChoose={(found) => {
              setChosen(found)
              setValues((now) => valuesOfFound(now, found))
            }}
          />
        )}
        {printer === null && (
          <Segmented
            label={t('screen.printers.kind')}
            segments={languages.map((language) => ({ value: language, label: t(`screen.kind.${language}`) }))}
            value={languages.find((language) => formOf({ language }) === form) ?? 'escpos'}
            onChange={(language) => setValues(withLanguage(values, language))}
            fullWidth
          />
        )}
        <TextField
          name="profile.name"
          label={t('screen.printers.name')}
          hint={t('screen.printers.nameHint')}
          value={values.name}
          onChange={(name) => put({ name })}
          // Whoever looks for printers first has not forgotten the name.
          {...(values.name === '' ? {} : { onLeave: check.leave('profile.name') })}
          error={check.errorOf('profile.name')}
          maxLength={60}
          isRequired
          autoFocus={printer !== null}
        />
        <RoadFields values={values} onChange={put} check={check} />
        <ModelFields values={values} onChange={put} check={check} isLocked={printer !== null} />
        {homeless.length > 0 && (
          <CheckboxField
            label={t('screen.printers.takes', { papers: homeless.map(({ kind }) => words.paper(kind)).join(', ') })}
            isChecked={takesPapers}
            onChange={setTakesPapers}
          />
        )}
      </div>
    </Dialog>
  )
}

/** Inside the dialog, so that its key lies above the page's. */
function SaveKey({ onSave }: { onSave: () => void }) {
  const { t } = useTranslation('printing')
  useKeys([{ keys: 'Ctrl+Enter', label: t('screen.printers.save'), run: onSave, scope: 'dialog' }])
  return null
}
