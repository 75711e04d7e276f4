import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { useLatest } from '../keys/use-latest.ts'
import { BURST_GAP_MS, type BurstAnswer, createBurstReader, type ScannerKey } from './burst-reader.ts'
import { type FieldSnapshot, snapshotField } from './field-snapshot.ts'
import { createScanQueue } from './scan-queue.ts'
import { readScannedCode, type ScannedCode } from './scanned-code.ts'

interface ScanCaptureProps {
  /** Deals with one scan; the next waits until it is done. A rejected promise goes to `onProblem`. */
  onScan: (code: ScannedCode) => Promise<void> | void
  onProblem: (problem: unknown) => void
  /** The queue is full or a code had no end: say so, with the refusing sound. */
  onLost?: (why: 'full' | 'overlong') => void
  /** Layouts that print symbols on the digit row; found out with the test barcode of the set-up. */
  readsPlaces?: boolean
  children: ReactNode
}

const WaitingContext = createContext(0)

/** Scans that wait their turn, to be shown while there are any. */
export function useWaitingScans(): number {
  return useContext(WaitingContext)
}

/**
 * Listens to hand scanners on the whole page, wherever the focus is. A code is routed to `onScan` and taken out of the
 * field it began to run into, unless that field asks for codes (`takesScans`).
 */
export function ScanCapture({ onScan, onProblem, onLost, readsPlaces = false, children }: ScanCaptureProps) {
  const [waiting, setWaiting] = useState(0)
  const latest = useLatest({ onScan, onProblem, onLost, readsPlaces })
  const queue = useMemo(
    () =>
      createScanQueue({
        handle: (code) => latest.current.onScan(readScannedCode(code)),
        onChange: setWaiting,
        onProblem: (problem) => latest.current.onProblem(problem),
      }),
    [latest],
  )
  useEffect(
    () =>
      listenForScans({
        readsPlaces: () => latest.current.readsPlaces,
        onCode: (code) => {
          if (!queue.add(code)) latest.current.onLost?.('full')
        },
        onOverlong: () => latest.current.onLost?.('overlong'),
      }),
    [latest, queue],
  )
  return <WaitingContext value={waiting}>{children}</WaitingContext>
}

interface ScanListener {
  readsPlaces: () => boolean
  onCode: (code: string) => void
  onOverlong: () => void
}

function listenForScans({ readsPlaces, onCode, onOverlong }: ScanListener): () => void {
  const reader = createBurstReader({ readsPlaces })
  let field: FieldSnapshot | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const tell = (answer: BurstAnswer) => {
    if (answer.kind === 'scan') onCode(answer.code)
    if (answer.kind === 'overlong') onOverlong()
  }
  const onPause = () => tell(reader.pause(performance.now()))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || asksForCodes(event.target)) return
    const before = snapshotField(event.target)
    const answer = reader.press(scannerKeyOf(event))
    if (answer.kind === 'pass') {
      // The first character of what may become a burst: remember the field as it was before it.
      if (reader.length === 1) field = before
      return
    }
    event.preventDefault()
    event.stopImmediatePropagation()
    if (answer.kind === 'hold' && answer.isFirst) field?.restore()
    tell(answer)
    clearTimeout(timer)
    if (answer.kind === 'hold') timer = setTimeout(onPause, BURST_GAP_MS * 2)
  }
  window.addEventListener('keydown', onKeyDown, { capture: true })
  return () => {
    clearTimeout(timer)
    window.removeEventListener('keydown', onKeyDown, { capture: true })
  }
}

function asksForCodes(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-takes-scans]') !== null
}

function scannerKeyOf(event: KeyboardEvent): ScannerKey {
  const { key, code, shiftKey, ctrlKey, altKey, metaKey, repeat, timeStamp } = event
  return { key, code, shiftKey, ctrlKey, altKey, metaKey, isRepeat: repeat, at: timeStamp }
}
