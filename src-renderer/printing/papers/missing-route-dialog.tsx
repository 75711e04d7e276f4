import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useGo, useQuery, useSession } from '#renderer/client/index.ts'
import { Button, CheckboxField, Dialog, Segmented, SelectField, useKeys } from '#renderer/ui/index.ts'
import { usePrintWords } from '../words/use-print-words.ts'
import styles from './papers.module.css'
import { type MissingRoute, missingRoutes, type WantedPaper, withPrinters } from './route-wish.ts'

interface MissingRouteDialogProps {
  wanted: readonly WantedPaper[]
  isBusy: boolean
  onPrint: (papers: readonly WantedPaper[], remember: boolean) => void
  onClose: () => void
}

const notNow = 'not-now'

/** P20: nobody has said where these papers come out. Asked once, remembered for this station. */
export function MissingRouteDialog({ wanted, isBusy, onPrint, onClose }: MissingRouteDialogProps) {
  const { t } = useTranslation('printing')
  const go = useGo()
  const { may } = useSession()
  const words = usePrintWords()
  const papers = useQuery('printRoute.list', {}).value?.papers
  const printers = useQuery('printer.list', {}).value?.printers
  const [chosen, setChosen] = useState<Readonly<Record<string, string | null>>>({})
  const [remember, setRemember] = useState(true)
  if (papers === undefined || printers === undefined) return null
  const missing = missingRoutes(wanted, papers, printers)
  const all = Object.fromEntries(missing.map(({ kind, likely }) => [kind, chosen[kind] ?? likely]))
  const made = withPrinters(
    wanted,
    Object.fromEntries(Object.entries(all).map(([kind, id]) => [kind, id === notNow ? null : id])),
  )
  const hasAny = missing.some((each) => each.printers.length > 0)
  const toPrinters = () => {
    onClose()
    go('/printers?add=1')
  }
  const print = () => made.length > 0 && onPrint(made, remember)
  const mayAdd = may('printer.change')
  return (
    <Dialog
      title={t('screen.ask.title', { count: missing.length })}
      isOpen
      onClose={onClose}
      width={560}
      actions={
        <>
          <Button kind="quiet" keys="Esc" onClick={onClose}>
            {t('screen.ask.notNow')}
          </Button>
          {mayAdd && (
            <Button kind={hasAny ? 'outlined' : 'solid'} onClick={toPrinters}>
              {t('screen.printers.add')}
            </Button>
          )}
          {hasAny && (
            <Button
              kind="solid"
              keys="Ctrl+Enter"
              isBusy={isBusy}
              blockedBy={made.length === 0 ? t('screen.ask.chooseFirst') : undefined}
              onClick={print}
            >
              {t(remember ? 'screen.ask.printAndRemember' : 'screen.ask.print')}
            </Button>
          )}
        </>
      }
    >
      <PrintKey isActive={made.length > 0} onPrint={print} />
      <div className={styles.form}>
        <p>{t(hasAny ? 'screen.ask.why' : mayAdd ? 'screen.ask.noPrinter' : 'screen.ask.noPrinterAsk')}</p>
        {missing.map((each) => (
          <PrinterChoice
            key={each.kind}
            missing={each}
            name={words.paper(each.kind)}
            value={all[each.kind] ?? null}
            isAlone={missing.length === 1}
            onChange={(id) => setChosen({ ...chosen, [each.kind]: id })}
          />
        ))}
        {hasAny && <CheckboxField label={t('screen.ask.remember')} isChecked={remember} onChange={setRemember} />}
      </div>
    </Dialog>
  )
}

interface PrinterChoiceProps {
  missing: MissingRoute
  name: string
  value: string | null
  isAlone: boolean
  onChange: (id: string) => void
}

function PrinterChoice({ missing, name, value, isAlone, onChange }: PrinterChoiceProps) {
  const { t } = useTranslation('printing')
  if (missing.printers.length === 0) {
    return (
      <div>
        <p className="t-label">{name}</p>
        <p className="hint">{t('screen.ask.noneFits')}</p>
      </div>
    )
  }
  const options = [
    ...missing.printers.map((printer) => ({ value: printer.id, label: printer.name })),
    ...(isAlone ? [] : [{ value: notNow, label: t('screen.ask.leaveOut') }]),
  ]
  return options.length > 4 ? (
    <SelectField label={name} options={options} value={value} onChange={onChange} />
  ) : (
    <Segmented label={name} segments={options} value={value} onChange={onChange} />
  )
}

/** Inside the dialog, so that its key lies above the page's. */
function PrintKey({ isActive, onPrint }: { isActive: boolean; onPrint: () => void }) {
  const { t } = useTranslation('printing')
  useKeys([{ keys: 'Ctrl+Enter', label: t('screen.ask.print'), run: onPrint, scope: 'dialog', isActive }])
  return null
}
