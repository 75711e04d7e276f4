import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PageScan, PageScansContext } from '#renderer/client/page-scans.tsx'
import { useScreenTools } from '#renderer/client/screen-tools.ts'
import { Button, createSounds, Dialog, ScanCapture, type ScannedCode } from '#renderer/ui/index.ts'
import { useFeatureParts } from '../all-features.tsx'
import { usePalette } from '../palette/palette-provider.tsx'
import { isAgain, placeOfScan, type TakenScan } from './place-of-scan.ts'

/** What went wrong with a scan; nothing was done with it. */
type ScanTrouble =
  | { readonly kind: 'unknown'; readonly code: string }
  | { readonly kind: 'full' | 'overlong' | 'failed' }

/** Listens to scanners on every page and takes each code to where it belongs, wherever the focus is. */
export function ScanRouting({ children }: { children: ReactNode }) {
  const tools = useScreenTools()
  const { scanPatterns } = useFeatureParts()
  const [trouble, setTrouble] = useState<ScanTrouble | null>(null)
  const sounds = useMemo(() => createSounds({ volume: () => 0.5 }), [])
  const refuse = useCallback(
    (why: ScanTrouble) => {
      sounds.play('refused')
      setTrouble(why)
    },
    [sounds],
  )
  const pageScans = useRef<readonly PageScan[]>([])
  const scans = useMemo(
    () => ({
      add: (take: PageScan) => {
        pageScans.current = [take, ...pageScans.current]
        return () => {
          pageScans.current = pageScans.current.filter((each) => each !== take)
        }
      },
    }),
    [],
  )
  const last = useRef<TakenScan | null>(null)
  const onScan = useCallback(
    async ({ text }: ScannedCode) => {
      for (const take of pageScans.current) {
        if (!(await take(text))) continue
        setTrouble(null)
        return sounds.play('accepted')
      }
      const place = await placeOfScan(text, scanPatterns, tools)
      if (place === null) return refuse({ kind: 'unknown', code: text })
      // The next right scan removes the message by itself.
      setTrouble(null)
      const taken = { place, at: performance.now() }
      sounds.play(isAgain(last.current, taken) ? 'already' : 'accepted')
      last.current = taken
      tools.go(place)
    },
    [scanPatterns, tools, refuse, sounds],
  )
  return (
    <ScanCapture onScan={onScan} onProblem={() => refuse({ kind: 'failed' })} onLost={(why) => refuse({ kind: why })}>
      <PageScansContext value={scans}>{children}</PageScansContext>
      <ScanTroubleDialog trouble={trouble} onClose={() => setTrouble(null)} />
    </ScanCapture>
  )
}

function ScanTroubleDialog({ trouble, onClose }: { trouble: ScanTrouble | null; onClose: () => void }) {
  const { t } = useTranslation('app')
  const palette = usePalette()
  const code = trouble?.kind === 'unknown' ? trouble.code : null
  const search = () => {
    onClose()
    palette.open(code ?? '')
  }
  return (
    <Dialog
      title={trouble === null ? '' : t(`scan.${trouble.kind}.title`)}
      isOpen={trouble !== null}
      onClose={onClose}
      actions={
        <>
          {code !== null && <Button onClick={search}>{t('scan.unknown.search')}</Button>}
          <Button kind="solid" autoFocus onClick={onClose}>
            {t('scan.goOn')}
          </Button>
        </>
      }
    >
      {code !== null && <p className="mono">{code}</p>}
      <p role="alert">{trouble !== null && t(`scan.${trouble.kind}.why`)}</p>
    </Dialog>
  )
}
