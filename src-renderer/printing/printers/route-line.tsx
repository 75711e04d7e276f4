import { useTranslation } from 'react-i18next'
import { useLocal, useRefusalWords } from '#renderer/client/index.ts'
import { NumberField, SelectField } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import { PaperSign } from '../words/paper-sign.tsx'
import type { PrinterRow } from '../words/printer-word.ts'
import { usePrintWords } from '../words/use-print-words.ts'
import styles from './printers.module.css'

interface RouteLineProps {
  paper: OutputFor<'printRoute.list'>['papers'][number]
  printers: readonly PrinterRow[]
  mayChange: boolean
}

const asks = 'asks'

/** Where one kind of paper comes out at this station, and how many of it (P20). */
export function RouteLine({ paper, printers, mayChange }: RouteLineProps) {
  const { t } = useTranslation('printing')
  const words = usePrintWords()
  const refusals = useRefusalWords()
  const put = useLocal('printRoute.put')
  const { kind, forms, route } = paper
  const name = words.paper(kind)
  const fitting = printers.filter(({ form }) => forms.includes(form))
  const options = [
    { value: asks, label: t('screen.routes.asks') },
    ...fitting.map(({ id, name: label }) => ({ value: id, label })),
  ]
  const keep = (printerId: string | null, copies: number) =>
    void put.run({
      kind,
      printerId,
      copies,
      tray: printerId === route?.printerId ? route.tray : null,
      fallbackPrinterId: route?.fallbackPrinterId ?? null,
    })
  return (
    <li className={styles.row}>
      <div className={styles.route}>
        <PaperSign form={forms[0] ?? 'page'} />
        <span className={styles.words}>
          <span className={styles.name}>{name}</span>
          <span className={styles.second}>{forms.map((form) => t(`screen.onForm.${form}`)).join(' · ')}</span>
        </span>
        {fitting.length === 0 && route === null ? (
          <span className="hint">{t('screen.ask.noneFits')}</span>
        ) : (
          <SelectField
            label={t('screen.routes.printerOf', { paper: name })}
            labelIsHidden
            options={options}
            value={route?.printerId ?? asks}
            isDisabled={!mayChange}
            error={put.problem === null ? null : refusals.problem(put.problem)}
            onChange={(chosen) => keep(chosen === asks ? null : chosen, route?.copies ?? 1)}
          />
        )}
        {route !== null && (
          <NumberField
            label={t('screen.routes.copiesOf', { paper: name })}
            labelIsHidden
            value={route.copies}
            parse={parseCopies}
            format={String}
            right={<span className="hint">×</span>}
            isDisabled={!mayChange}
            onChange={(copies) => copies !== null && keep(route.printerId, copies)}
          />
        )}
      </div>
    </li>
  )
}

function parseCopies(text: string): number | null {
  const copies = /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : 0
  return copies >= 1 && copies <= 500 ? copies : null
}
