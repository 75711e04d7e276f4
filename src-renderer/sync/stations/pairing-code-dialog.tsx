import { IconCopy } from '@tabler/icons-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocal, useRefusalWords } from '#renderer/client/index.ts'
import { Button, Dialog, ErrorNotice, ProgressLine, useKeys } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import styles from './stations.module.css'

type PairingCode = OutputFor<'sync.pairingCode'>
/** As long as the cloud takes it (SPEC Y18). */
const goodForSeconds = 600

/** A code for one more station: large, with the time that is left, and what to do with it at the other computer. */
export function PairingCodeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('sync')
  const words = useRefusalWords()
  const { run, problem, isPending } = useLocal('sync.pairingCode')
  const [given, setGiven] = useState<PairingCode>()
  const ask = useCallback(async () => {
    const outcome = await run({})
    if (outcome.ok) setGiven(outcome.value)
  }, [run])
  useEffect(() => void ask(), [ask])
  const left = useSecondsLeft(given)
  const isOver = given !== undefined && left === 0
  return (
    <Dialog
      title={t('screen.code.title')}
      isOpen
      onClose={onClose}
      width={680}
      actions={
        <>
          <Button kind="quiet" keys="Esc" onClick={onClose}>
            {t('ui:close')}
          </Button>
          {(isOver || problem !== null) && (
            <Button kind="solid" isBusy={isPending} onClick={() => void ask()}>
              {t('screen.code.another')}
            </Button>
          )}
        </>
      }
    >
      {problem !== null && <ErrorNotice what={t('screen.code.none')} why={words.problem(problem)} />}
      {given !== undefined && !isOver && (
        <div className={styles.form}>
          <p>{t('screen.code.explained')}</p>
          <div className={styles.copied}>
            <output className={styles.code} aria-label={t('screen.code.code')}>
              {given.code}
            </output>
            <CopyButton text={given.code} label={t('screen.code.copyCode')} keys="C" />
          </div>
          <div className={styles.copied}>
            <span className="mono">{given.cloudUrl}</span>
            <CopyButton text={given.cloudUrl} label={t('screen.code.copyAddress')} keys="A" />
          </div>
          <ProgressLine share={left / goodForSeconds} label={t('screen.code.left')}>
            {t('screen.code.leftTime', { time: clockTime(left) })}
          </ProgressLine>
          <p className="hint">{t('screen.code.keepOpen')}</p>
        </div>
      )}
      {isOver && <p>{t('screen.code.over')}</p>}
    </Dialog>
  )
}

function CopyButton({ text, label, keys }: { text: string; label: string; keys: string }) {
  const { t } = useTranslation('sync')
  const [isCopied, setCopied] = useState(false)
  const copy = () => {
    void navigator.clipboard.writeText(text).then(() => setCopied(true))
  }
  useKeys([{ keys, label, run: copy, scope: 'dialog' }])
  return (
    <Button size={28} keys={keys} icon={<IconCopy size={15} stroke={1.6} aria-hidden />} onClick={copy}>
      {isCopied ? t('screen.code.copied') : label}
    </Button>
  )
}

/** Counted from when the code came by a clock that nobody sets: the cloud's and this computer's may differ. */
function useSecondsLeft(given: PairingCode | undefined): number {
  const [left, setLeft] = useState(goodForSeconds)
  useEffect(() => {
    if (given === undefined) return
    const begin = performance.now()
    const look = () => setLeft(Math.max(0, goodForSeconds - Math.floor((performance.now() - begin) / 1000)))
    look()
    const timer = setInterval(look, 1000)
    return () => clearInterval(timer)
  }, [given])
  return left
}

function clockTime(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
