import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusalWords } from '#renderer/client/index.ts'
import { Button, Dialog, ErrorNotice, Steps, useKeys } from '#renderer/ui/index.ts'
import { setUpSteps } from '#shared/printing/set-up-steps.ts'
import type { PrinterRow } from '../words/printer-word.ts'
import styles from './printers.module.css'
import { SetUpQuestion } from './set-up-question.tsx'
import { usePrinterTest } from './use-printer-test.ts'

const ready = 'ready'

/** From the first test to a printer that is known to print well: a paper, a question, and the next (PR64). */
export function SetUpDialog({ printer, onClose }: { printer: PrinterRow; onClose: () => void }) {
  const { t } = useTranslation('printing')
  return (
    <Dialog
      title={t('screen.setUp.title', { printer: printer.name })}
      isOpen
      onClose={onClose}
      closesOnVeil={false}
      width={820}
      actions={
        <Button kind="quiet" keys="Esc" onClick={onClose}>
          {t('screen.setUp.close')}
        </Button>
      }
    >
      <SetUp printer={printer} onClose={onClose} />
    </Dialog>
  )
}

/** Inside the dialog, so that its keys lie above the page's. */
function SetUp({ printer, onClose }: { printer: PrinterRow; onClose: () => void }) {
  const { t } = useTranslation('printing')
  const refusals = useRefusalWords()
  const test = usePrinterTest()
  const steps = setUpSteps(printer.profile)
  const [current, setCurrent] = useState<(typeof steps)[number] | typeof ready>(steps[0] ?? ready)
  const isReady = current === ready
  const goTo = (step: typeof current) => {
    test.close()
    setCurrent(step)
  }
  const next = () => goTo((isReady ? undefined : steps[steps.indexOf(current) + 1]) ?? ready)
  const print = () => {
    if (isReady) onClose()
    else if (!test.isBusy) test.start(printer, current)
  }
  const printWord = t(
    isReady ? 'screen.setUp.done' : test.job === undefined ? 'screen.setUp.print' : 'screen.setUp.again',
  )
  useKeys([
    { keys: 'P', label: printWord, run: print, isActive: !isReady },
    { keys: 'S', label: t('screen.setUp.skip'), run: next, isActive: !isReady },
    { keys: 'Ctrl+Enter', label: printWord, run: print, isActive: isReady, scope: 'dialog' },
  ])
  return (
    <div className={styles.setUp}>
      <Steps
        label={t('screen.setUp.steps')}
        steps={[...steps, ready].map((id) => ({ id, label: t(`screen.setUp.${id}.name`) }))}
        current={current}
      />
      <section className={styles.form} aria-label={t(`screen.setUp.${current}.name`)}>
        <div className={styles.words}>
          <h3 className="t-section">{t(`screen.setUp.${current}.title`)}</h3>
          <p className={styles.lead}>{t(`screen.setUp.${current}.lead`)}</p>
        </div>
        <div className={styles.ways}>
          <Button
            // Once something came out, the question about it is what comes next.
            kind={test.job === undefined || isReady ? 'solid' : 'outlined'}
            keys={isReady ? 'Ctrl+Enter' : 'P'}
            isBusy={test.isBusy}
            onClick={print}
            autoFocus
          >
            {printWord}
          </Button>
          {!isReady && (
            <Button kind="quiet" keys="S" onClick={next}>
              {t('screen.setUp.skip')}
            </Button>
          )}
        </div>
        {test.problem !== null && (
          <ErrorNotice what={t('screen.journal.notDone')} why={refusals.problem(test.problem)} />
        )}
        {!isReady && test.printerId === printer.id && (
          <SetUpQuestion
            key={current}
            printer={printer}
            step={current}
            test={test}
            onAnswered={(leadsTo) => {
              if (leadsTo === 'next') next()
              else if (leadsTo === 'again' || leadsTo === current) test.close()
              else goTo(leadsTo)
            }}
          />
        )}
      </section>
    </div>
  )
}
