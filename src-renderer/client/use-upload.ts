import { useCallback, useRef, useState } from 'react'
import type { InputFor, OutputFor } from '#shared/contract.ts'
import type { Ask } from './ask.ts'
import { useClient } from './client-provider.tsx'
import { base64Of, sha256Of } from './file-bytes.ts'
import type { Outcome, Problem } from './problem.ts'

export type StoredFile = OutputFor<'file.finish'>
type UploadWish = Pick<InputFor<'file.begin'>, 'kind' | 'replaces'>

export interface UploadProgress {
  readonly name: string
  readonly sent: number
  readonly size: number
}

export interface UploadHandle {
  readonly send: (file: File, wish?: UploadWish) => Promise<Outcome<StoredFile> | null>
  /** What is on its way: "Sending file, 31 of 94 MB". */
  readonly progress: UploadProgress | null
  readonly problem: Problem | null
  /** Gives it up; `send` then answers null. */
  readonly cancel: () => void
}

/** Brings a file to the station piece by piece and has its hash checked there. */
export function useUpload(): UploadHandle {
  const { ask } = useClient()
  const [progress, setProgress] = useState<UploadProgress | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const leaving = useRef<AbortController | null>(null)

  const send = useCallback(
    async (file: File, wish: UploadWish = {}) => {
      const abort = new AbortController()
      leaving.current = abort
      setProblem(null)
      const tell = (sent: number) => setProgress({ name: file.name, sent, size: file.size })
      tell(0)
      const outcome = await upload(ask, file, wish, tell, abort.signal)
      setProgress(null)
      if (outcome !== null && !outcome.ok) setProblem(outcome.problem)
      return outcome
    },
    [ask],
  )
  const cancel = useCallback(() => leaving.current?.abort(), [])
  return { send, progress, problem, cancel }
}

async function upload(
  ask: Ask,
  file: File,
  wish: UploadWish,
  tell: (sent: number) => void,
  signal: AbortSignal,
): Promise<Outcome<StoredFile> | null> {
  const begun = await ask.local('file.begin', { name: file.name, size: file.size, ...wish })
  if (!begun.ok) return begun
  const { uploadId, pieceLimit } = begun.value
  // The hash is made while the pieces travel; the file is read twice, which costs less than waiting for it.
  const sha256 = sha256Of(file)
  let { received } = begun.value
  while (received < file.size) {
    if (signal.aborted) {
      await ask.local('file.discard', { uploadId })
      return null
    }
    const piece = new Uint8Array(await file.slice(received, received + pieceLimit).arrayBuffer())
    const appended = await ask.local('file.append', { uploadId, offset: received, data: base64Of(piece) })
    // A lost answer is not a lost piece: the station says how far it came, and the upload goes on from there.
    const isLost = !appended.ok && appended.problem.kind === 'unreachable'
    const known = isLost ? await ask.local('file.resume', { uploadId }) : appended
    if (!known.ok) return known
    received = known.value.received
    tell(received)
  }
  const hash = await sha256
  return ask.local('file.finish', hash === null ? { uploadId } : { uploadId, sha256: hash })
}
