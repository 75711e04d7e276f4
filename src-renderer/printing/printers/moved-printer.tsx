import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocal, useRefusalWords } from '#renderer/client/index.ts'
import { Button, ErrorNotice, QuestionNote } from '#renderer/ui/index.ts'
import type { InputFor } from '#shared/contract.ts'
import type { PrinterRow } from '../words/printer-word.ts'

/** A printer that is not reached: looked for by what tells it apart, and its new address taken only by a person (P19). */
export function MovedPrinter({ printer }: { printer: PrinterRow }) {
  const { t } = useTranslation('printing')
  const refusals = useRefusalWords()
  const seek = useLocal('printer.seek')
  const change = useLocal('printer.change')
  const [answers, setAnswers] = useState<{ readonly host: string | null } | null>(null)
  const { transport } = printer.profile
  const old = 'host' in transport ? transport.host : null
  const problem = seek.problem ?? change.problem
  const look = async () => {
    const found = await seek.run({ id: printer.id })
    if (found.ok) setAnswers(found.value)
  }
  const take = async (host: string) => {
    const profile = atHost(printer.profile, host)
    if (profile === null) return
    const changed = await change.run({ id: printer.id, profile })
    if (changed.ok) setAnswers(null)
  }
  const isMoved = answers !== null && answers.host !== null && answers.host !== old
  return (
    <>
      {problem !== null && <ErrorNotice what={t('screen.journal.notDone')} why={refusals.problem(problem)} />}
      {isMoved && answers.host !== null ? (
        <QuestionNote
          glyph="unknown"
          title={t('screen.moved.question', { printer: printer.name, host: answers.host })}
          answers={
            <>
              {/* The button that asked is gone: whoever pressed it by keyboard goes on here. */}
              <Button autoFocus size={28} isBusy={change.isPending} onClick={() => void take(answers.host ?? '')}>
                {t('screen.moved.use')}
              </Button>
              <Button size={28} kind="quiet" onClick={() => setAnswers(null)}>
                {t('screen.moved.leave')}
              </Button>
            </>
          }
        />
      ) : (
        <span>
          <Button
            size={28}
            isBusy={seek.isPending}
            aria-label={t('screen.moved.lookFor', { printer: printer.name })}
            onClick={() => void look()}
          >
            {t('screen.moved.look')}
          </Button>{' '}
          <span className="hint" aria-live="polite">
            {answers !== null && t(answers.host === null ? 'screen.moved.nowhere' : 'screen.moved.sameAddress')}
          </span>
        </span>
      )}
    </>
  )
}

function atHost(
  { id: _, ...profile }: PrinterRow['profile'],
  host: string,
): InputFor<'printer.change'>['profile'] | null {
  if (profile.language === 'pdf') {
    return profile.transport.by === 'ipp' ? { ...profile, transport: { ...profile.transport, host } } : null
  }
  return profile.transport.by === 'tcp' ? { ...profile, transport: { ...profile.transport, host } } : null
}
