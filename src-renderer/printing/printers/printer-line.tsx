import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useDateWords, useRefusalWords } from '#renderer/client/index.ts'
import { Button, ErrorNotice, StatusWord } from '#renderer/ui/index.ts'
import { PaperSign } from '../words/paper-sign.tsx'
import { type PrinterRow, printerWord } from '../words/printer-word.ts'
import { usePrintWords } from '../words/use-print-words.ts'
import { MovedPrinter } from './moved-printer.tsx'
import { OtherPrinter } from './other-printer.tsx'
import styles from './printers.module.css'
import { TestQuestion } from './test-question.tsx'
import type { PrinterTest } from './use-printer-test.ts'

interface PrinterLineProps {
  printer: PrinterRow
  test: PrinterTest
  mayChange: boolean
  onChange: () => void
  onSetUp: () => void
}

/** One printer: what it is, how it is, whether its test was seen; an open question stands under its own row. */
export function PrinterLine({ printer, test, mayChange, onChange, onSetUp }: PrinterLineProps) {
  const { t } = useTranslation('printing')
  const words = usePrintWords()
  const refusals = useRefusalWords()
  const { since } = useDateWords()
  const { glyph, needsYou } = printerWord(printer)
  const tryIt = useRef<HTMLButtonElement>(null)
  const isTested = test.printerId === printer.id
  const asksWho = printer.reason === 'otherPrinter' && mayChange
  // The question says it itself.
  const advice = asksWho ? '' : words.adviceOn(printer)
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <PaperSign form={printer.form} />
        <span className={styles.words}>
          <span className={styles.name}>{printer.name}</span>
          <span className={`one-line ${styles.second}`}>
            {t(`screen.form.${printer.form}`)} · {addressOf(printer)}
          </span>
        </span>
        <span className={styles.words}>
          <StatusWord glyph={glyph} tone={needsYou ? 'needs' : 'plain'}>
            {printer.state === 'blocked' && printer.reason !== null
              ? words.reason(printer.reason)
              : words.printer(printer)}
          </StatusWord>
          <span className={styles.second}>
            {needsYou && advice !== ''
              ? advice
              : printer.testedAt === null
                ? t('screen.test.notYet')
                : t('screen.test.seen', { when: since(printer.testedAt) })}
          </span>
        </span>
        {mayChange && (
          <span className={styles.buttons}>
            <Button
              ref={tryIt}
              size={28}
              aria-label={t(printer.testedAt === null ? 'screen.test.startOn' : 'screen.test.againOn', {
                printer: printer.name,
              })}
              isBusy={isTested && test.isBusy}
              onClick={() => test.start(printer, 'page')}
            >
              {t(printer.testedAt === null ? 'screen.test.start' : 'screen.test.again')}
            </Button>
            <Button size={28} aria-label={t('screen.setUp.startOn', { printer: printer.name })} onClick={onSetUp}>
              {t('screen.setUp.start')}
            </Button>
            <Button size={28} aria-label={t('screen.printers.changeOne', { printer: printer.name })} onClick={onChange}>
              {t('screen.printers.change')}
            </Button>
          </span>
        )}
      </div>
      {printer.state === 'not_found' && printer.canBeFound && mayChange && (
        <div className={styles.question}>
          <MovedPrinter printer={printer} />
        </div>
      )}
      {asksWho && (
        <div className={styles.question}>
          {/* The button that asked goes: a test is what comes next. */}
          <OtherPrinter printer={printer} onAccepted={() => tryIt.current?.focus()} />
        </div>
      )}
      {isTested && (
        <div className={styles.question}>
          {test.problem !== null && (
            <ErrorNotice what={t('screen.journal.notDone')} why={refusals.problem(test.problem)} />
          )}
          <TestQuestion printer={printer} test={test} />
        </div>
      )}
    </li>
  )
}

export function addressOf({ profile: { transport } }: PrinterRow): string {
  switch (transport.by) {
    case 'tcp':
      return `${transport.host}:${transport.port}`
    case 'ipp':
      return `${transport.host}:${transport.port}`
    case 'cups':
    case 'windows':
      return transport.queue
    case 'usb':
    case 'serial':
    case 'folder':
      return transport.path
  }
}
