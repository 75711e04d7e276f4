import { useTranslation } from 'react-i18next'
import { useLocal, useRefusalWords } from '#renderer/client/index.ts'
import { Button, ErrorNotice, QuestionNote } from '#renderer/ui/index.ts'
import type { PrinterRow } from '../words/printer-word.ts'

/** Somebody else answers where this printer was: it gets nothing until a person has looked and says that it is the one (P19). */
export function OtherPrinter({ printer, onAccepted }: { printer: PrinterRow; onAccepted: () => void }) {
  const { t } = useTranslation('printing')
  const refusals = useRefusalWords()
  const accept = useLocal('printer.accept')
  const { transport } = printer.profile
  const take = async () => {
    const taken = await accept.run({ id: printer.id })
    if (taken.ok) onAccepted()
  }
  const was = 'behind' in transport ? transport.behind : undefined
  return (
    <>
      {accept.problem !== null && (
        <ErrorNotice what={t('screen.journal.notDone')} why={refusals.problem(accept.problem)} />
      )}
      <QuestionNote
        glyph="unknown"
        title={t('screen.otherPrinter.question', { printer: printer.name })}
        answers={
          <Button
            size={28}
            isBusy={accept.isPending}
            aria-label={t('screen.otherPrinter.useFor', { printer: printer.name })}
            onClick={() => void take()}
          >
            {t('screen.otherPrinter.use')}
          </Button>
        }
      >
        <p>{t('screen.otherPrinter.lead')}</p>
        {was !== undefined && 'queue' in transport && (
          <p>{t('screen.otherPrinter.was', { queue: transport.queue, was })}</p>
        )}
      </QuestionNote>
    </>
  )
}
