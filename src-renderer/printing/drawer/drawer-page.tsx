import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDateWords, useLocal, useQuery, useRefusalWords, useSession } from '#renderer/client/index.ts'
import { Button, Content, ErrorNotice, Glyph, PageHeader, Sheet, TextField, useKeys } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import { usePrintWords } from '../words/use-print-words.ts'
import styles from './drawer.module.css'

/** Today's openings of every drawer, and the button that opens this station's with a reason (P11). */
export function Screen() {
  const { t } = useTranslation('printing')
  const { may } = useSession()
  const today = useQuery('drawer.openings', {}).value
  if (today === undefined) return null
  return (
    <Sheet head={<PageHeader title={t('screen.drawer.title')} />}>
      <Content kind="form">
        <div className={styles.page}>
          {may('drawer.open') && <OpenDrawer hasDrawer={today.hasDrawer} />}
          <h2 className="t-section">{t('screen.drawer.today')}</h2>
          {today.openings.length === 0 ? (
            <p className="hint">{t('screen.drawer.none')}</p>
          ) : (
            <ul className={styles.openings} aria-label={t('screen.drawer.today')}>
              {today.openings.map((opening) => (
                <Opening key={opening.id} opening={opening} />
              ))}
            </ul>
          )}
        </div>
      </Content>
    </Sheet>
  )
}

function OpenDrawer({ hasDrawer }: { hasDrawer: boolean }) {
  const { t } = useTranslation('printing')
  const refusals = useRefusalWords()
  const words = usePrintWords()
  const opening = useLocal('drawer.open')
  const [reason, setReason] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  const why = reason.trim()
  const run = async () => {
    if (why === '' || opening.isPending) return
    setSaid(null)
    const done = await opening.run({ reason: why })
    if (!done.ok) return
    setReason('')
    setSaid(t(`screen.drawer.${done.value.result}`, { printer: done.value.printerName }))
  }
  useKeys([{ keys: 'Ctrl+Enter', label: t('screen.drawer.open'), run: () => void run(), isActive: hasDrawer }])
  const { problem } = opening
  const failure = problem?.kind === 'refused' ? problem.refusal.params?.reason : undefined
  const advice = typeof failure === 'string' ? words.advice(failure) : ''
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void run()
      }}
    >
      <p>{t(hasDrawer ? 'screen.drawer.what' : 'screen.drawer.noDrawer')}</p>
      <div className={styles.entry}>
        <TextField
          label={t('screen.drawer.reason')}
          hint={t('screen.drawer.reasonHint')}
          autoFocus
          value={reason}
          onChange={setReason}
          maxLength={200}
        />
        <Button
          kind="solid"
          keys="Ctrl+Enter"
          isBusy={opening.isPending}
          blockedBy={!hasDrawer ? t('screen.drawer.noDrawer') : why === '' ? t('screen.drawer.sayWhy') : undefined}
          onClick={() => void run()}
        >
          {t('screen.drawer.open')}
        </Button>
      </div>
      <p aria-live="polite">{said}</p>
      {problem !== null && (
        <ErrorNotice what={t('screen.drawer.notOpened')} why={`${refusals.problem(problem)} ${advice}`.trim()} />
      )}
    </form>
  )
}

const glyphs = { opened: 'ink-check', failed: 'refused', unknown: 'unknown' } as const

function Opening({ opening }: { opening: OutputFor<'drawer.openings'>['openings'][number] }) {
  const { t } = useTranslation('printing')
  const words = usePrintWords()
  const { since } = useDateWords()
  const { cause, reason, result, failure, printerName, stationCode, byName, at } = opening
  return (
    <li className={styles.opening}>
      <Glyph name={glyphs[result]} size={15} />
      <span className="tabular">{since(at)}</span>
      <span>
        <span className="strong">{cause === 'button' ? reason : t('screen.drawer.atCash')}</span>
        {result !== 'opened' && <span> {t(`screen.drawer.result.${result}`, { reason: words.reason(failure) })}</span>}
        <br />
        <span className="hint">
          {t('screen.drawer.by', { person: byName, station: stationCode, printer: printerName })}
        </span>
      </span>
    </li>
  )
}
