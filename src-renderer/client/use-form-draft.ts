import { useCallback, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { Instant } from '#shared/kernel/dates.ts'
import type { Ask } from './ask.ts'
import { useClient } from './client-provider.tsx'
import { useHouse } from './house.tsx'
import { useLatest } from './use-latest.ts'

export interface FormDraftOptions<T> {
  /** Names this one open form: `party/new`, `salesOrder/<id>`. */
  readonly key: string
  readonly kind: string
  /** What the list of kept forms calls it. */
  readonly title: (values: T) => string
  readonly initial: T
  /** Reads what was kept, perhaps by an older program; what does not fit is let go. */
  readonly form: z.ZodType<T>
}

export interface FormDraft<T> {
  readonly values: T
  readonly change: (next: T | ((values: T) => T)) => void
  /** False until it is known whether something was kept: draw the form after that. */
  readonly isReady: boolean
  /** What was typed in an earlier sitting stands in the form. */
  readonly isRestored: boolean
  /** Since when it is kept on this station: "Kept on this station since 14:03". */
  readonly keptSince: Instant | null
  /** After an accepted save, or when nobody wants it. */
  readonly discard: () => Promise<void>
}

// W16 allows two seconds between a keystroke and the disk; the write itself must fit in too.
const PAUSE_MS = 800

/** The values of a form, kept on the station while they are typed: a crash, a lock or another page loses nothing. */
export function useFormDraft<T>(options: FormDraftOptions<T>): FormDraft<T> {
  const { ask } = useClient()
  const { now } = useHouse()
  const latest = useLatest(options)
  const { key } = options
  const [values, setValues] = useState(options.initial)
  const [state, setState] = useState<{ isReady: boolean; isRestored: boolean; keptSince: Instant | null }>({
    isReady: false,
    isRestored: false,
    keptSince: null,
  })
  const current = useRef(values)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const writing = useRef<Promise<unknown>>(Promise.resolve())

  const keep = useCallback(() => {
    if (timer.current === undefined) return
    clearTimeout(timer.current)
    timer.current = undefined
    const { kind, title } = latest.current
    const data = current.current
    // One after another: an earlier state of the form must never arrive last.
    writing.current = writing.current.then(() => ask.local('formDraft.keep', { key, kind, title: title(data), data }))
  }, [ask, key, latest])

  useEffect(() => {
    let isGone = false
    const restore = async () => {
      const kept = await ask.query('formDraft.get', { key }).catch(() => null)
      const since = kept === null ? null : await keptSinceOf(ask, latest.current.kind, key)
      const read = latest.current.form.safeParse(kept?.data)
      if (isGone) return
      const isRestored = kept !== null && read.success
      if (isRestored) {
        current.current = read.data
        setValues(read.data)
      }
      setState({ isReady: true, isRestored, keptSince: isRestored ? since : null })
    }
    void restore()
    return () => {
      isGone = true
      keep()
    }
  }, [ask, key, keep, latest])

  useEffect(() => {
    // A window that is closed or put to sleep may never come back.
    const onHide = () => document.visibilityState === 'hidden' && keep()
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('pagehide', keep)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('pagehide', keep)
    }
  }, [keep])

  const change = useCallback(
    (next: T | ((values: T) => T)) => {
      current.current = isStep(next) ? next(current.current) : next
      setValues(current.current)
      setState((known) => (known.keptSince === null ? { ...known, keptSince: now() } : known))
      // Counted from the first key that is not kept yet, so that steady typing does not put it off for ever.
      timer.current ??= setTimeout(keep, PAUSE_MS)
    },
    [keep, now],
  )
  const discard = useCallback(async () => {
    clearTimeout(timer.current)
    timer.current = undefined
    setState((known) => ({ ...known, isRestored: false, keptSince: null }))
    writing.current = writing.current.then(() => ask.local('formDraft.discard', { key }))
    await writing.current
  }, [ask, key])

  return { values, change, ...state, discard }
}

async function keptSinceOf(ask: Ask, kind: string, key: string): Promise<Instant | null> {
  const kept = await ask.query('formDraft.list', { kind }).catch(() => null)
  return kept?.drafts.find((draft) => draft.key === key)?.createdAt ?? null
}

function isStep<T>(next: T | ((values: T) => T)): next is (values: T) => T {
  return typeof next === 'function'
}
