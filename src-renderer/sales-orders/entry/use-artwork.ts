import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type Problem,
  type StoredFile,
  type UploadProgress,
  useClient,
  useFormat,
  useUpload,
} from '#renderer/client/index.ts'
import { sizeText } from '#shared/catalog/line-title.ts'
import type { DraftLine } from './order-draft.ts'

interface Artwork {
  readonly take: (file: File) => Promise<void>
  readonly cancel: () => void
  readonly progress: UploadProgress | null
  readonly problem: Problem | null
  /** What is known of the file: "85×55 mm, 2 pages", or that it is kept apart. */
  readonly note: string | null
}

/** Brings a file to the station and puts it on its line; the picture follows when it has been drawn. */
export function useArtwork(
  line: DraftLine,
  onChange: (change: (line: DraftLine) => DraftLine) => void,
  setArriving: (lineId: string, isArriving: boolean) => void,
): Artwork {
  const { t } = useTranslation('sales-orders')
  const { ask } = useClient()
  const { language } = useFormat()
  const upload = useUpload()
  const [note, setNote] = useState<string | null>(null)

  const take = useCallback(
    async (file: File) => {
      setNote(null)
      setArriving(line.id, true)
      const sent = await upload.send(file, { kind: 'artwork' }).finally(() => setArriving(line.id, false))
      if (sent === null || !sent.ok) return
      const stored = sent.value
      onChange((now) => ({ ...now, artwork: artworkOf(stored) }))
      if (stored.quarantine !== null) return setNote(t(`files:quarantine.${stored.quarantine}`))
      if (!stored.previewable) return
      const drawn = await ask.local('file.preview', { hash: stored.hash })
      if (!drawn.ok) return
      const { previewHash, widthMm10: width, heightMm10: height, pages } = drawn.value
      if (previewHash !== null) {
        onChange((now) =>
          now.artwork?.hash === stored.hash ? { ...now, artwork: { ...now.artwork, previewHash } } : now,
        )
      }
      const size = width === null || height === null ? '' : `${sizeText({ width, height }, language)} mm`
      setNote([size, pages === null ? '' : t('entry.filePages', { count: pages })].filter(Boolean).join(', '))
    },
    [upload.send, onChange, setArriving, line.id, ask, t, language],
  )
  const known = line.artwork === null ? null : note
  return { take, cancel: upload.cancel, progress: upload.progress, problem: upload.problem, note: known }
}

function artworkOf({ hash, name, mediaType, size, shortCode, version }: StoredFile): DraftLine['artwork'] {
  return {
    hash,
    name: name.slice(0, 260),
    mediaType: mediaType.slice(0, 100),
    size,
    shortCode,
    version,
    previewHash: null,
  }
}
