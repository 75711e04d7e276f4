import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat, useRefusalWords } from '#renderer/client/index.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import { jobWord, type PrintJobRow } from './job-word.ts'
import { paperNameKey } from './paper-name.ts'
import { type PrinterRow, printerWord } from './printer-word.ts'

export interface PrintWords {
  paper(kind: string): string
  /** Why; of the device, of the spool, or a refusal of the paper itself. Empty where nothing is wrong. */
  reason(reason: string | null): string
  /** The next step, with the device's or spooler's own words where it has a place for them; empty where none is known. */
  advice(reason: string | null, detail?: string | null): string
  /** The next step at a printer as it is now. */
  adviceOn(printer: Pick<PrinterRow, 'reason' | 'profile'>): string
  result(job: PrintJobRow): string
  printer(printer: PrinterRow): string
  amount(job: Pick<PrintJobRow, 'amount'>): string
}

const advisesByDetail: ReadonlySet<string> = new Set(['settingNotSupported', 'deviceNotAllowed'])

/** Papers, printers and results in the words of the screen's language. */
export function usePrintWords(): PrintWords {
  const { t, i18n } = useTranslation('printing')
  const refusals = useRefusalWords()
  const format = useFormat()
  return useMemo(() => {
    const reason = (code: string | null) => {
      if (code === null) return ''
      const key = `printing:reason.${code}`
      return i18n.exists(key) ? t(key) : refusals.refusal({ code })
    }
    const advice = (code: string | null, detail?: string | null) => {
      if (code === null || !i18n.exists(`printing:advice.${code}`)) return ''
      if (code === 'queueMissing' && detail) return t('namedAdvice.queueMissing', { queue: detail })
      // Without the device's own words such an advice would break off.
      return advisesByDetail.has(code) && !detail ? '' : t(`advice.${code}`, { detail: detail ?? '' })
    }
    return {
      paper: (kind) => t(paperNameKey(kind)),
      reason,
      advice,
      adviceOn: ({ reason: code, profile: { transport } }) =>
        advice(code, code === 'queueMissing' && 'queue' in transport ? transport.queue : null),
      result: (job) =>
        t(`screen.result.${jobWord(job).word}`, { reason: reason(job.reason), printer: job.movedFrom ?? '' }),
      printer: (printer) => t(`screen.state.${printerWord(printer).word}`),
      amount: ({ amount }) =>
        amount !== undefined && isCurrency(amount.currency)
          ? format.amountWithCurrency(amount.amount, amount.currency)
          : '',
    }
  }, [t, i18n, refusals, format])
}
