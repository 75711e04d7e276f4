import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusalWords, useSession } from '#renderer/client/index.ts'
import { FilePlaceWords, useFilePlace } from '#renderer/files/index.ts'
import { Button, Glyph, Thumbnail } from '#renderer/ui/index.ts'
import { fileUrl } from '../words/file-url.ts'
import { BedRow } from './bed-row.tsx'
import styles from './line-bed.module.css'
import type { DraftLine } from './order-draft.ts'
import type { PricedDraftLine } from './price-draft.ts'
import { useArtwork } from './use-artwork.ts'
import type { OrderEntry } from './use-order-entry.ts'

interface ArtworkRowProps {
  entry: OrderEntry
  priced: PricedDraftLine
  onChange: (change: (line: DraftLine) => DraftLine) => void
}

/** The production file of a line: dropped or chosen, shown with its picture and the short code papers carry. */
export function ArtworkRow({ entry, priced, onChange }: ArtworkRowProps) {
  const { t } = useTranslation('sales-orders')
  const { may } = useSession()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const { line, built } = priced
  const { artwork } = line
  const files = useArtwork(line, onChange, entry.setArriving)
  const isReprint = entry.draft.origin?.how === 'reprint' && line.origin !== null
  const item = built?.ok ? built.value.item : null
  // Services and stock need no file (ORD-42); whatever has one shows it.
  if (artwork === null && item?.kind !== 'print_product' && line.what.kind !== 'free_text') return null
  if (isReprint) {
    return (
      <BedRow label={t('entry.files')}>
        <FileWords line={line} detail={t('entry.identicalTo', { number: entry.draft.origin?.number ?? '' })} />
      </BedRow>
    )
  }
  const take = (list: FileList | null) => {
    const file = list?.[0]
    if (file !== undefined) void files.take(file)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const choose = () => input.current?.click()
  return (
    <BedRow label={t('entry.files')}>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('entry.chooseFile')}
        onChange={(event) => take(event.currentTarget.files)}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button beside it does the same */}
      <div
        className={styles.drop}
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        {files.progress === null ? (
          <FileState line={line} needsFile={item?.isPersonalised ?? false} problem={files.problem} note={files.note} />
        ) : (
          <Progress name={files.progress.name} sent={files.progress.sent} size={files.progress.size} />
        )}
        {may('file.keep') && files.progress === null && (
          <Button size={28} onClick={choose}>
            {artwork === null ? t('entry.chooseFile') : t('entry.replaceFile')}
          </Button>
        )}
        {files.progress !== null && (
          <Button kind="quiet" size={28} onClick={files.cancel}>
            {t('entry.cancelUpload')}
          </Button>
        )}
        {artwork !== null && files.progress === null && (
          <Button kind="quiet" size={28} onClick={() => onChange((now) => ({ ...now, artwork: null }))}>
            {t('entry.dropFile')}
          </Button>
        )}
      </div>
    </BedRow>
  )
}

interface FileStateProps {
  line: DraftLine
  needsFile: boolean
  problem: ReturnType<typeof useArtwork>['problem']
  note: string | null
}

function FileState({ line, needsFile, problem, note }: FileStateProps) {
  const { t } = useTranslation('sales-orders')
  const words = useRefusalWords()
  if (problem !== null) {
    return (
      <span className={styles.problem} role="alert">
        <Glyph name="refused" /> {words.problem(problem)}
      </span>
    )
  }
  if (line.artwork !== null) return <FileWords line={line} detail={note} />
  return (
    <span className={styles.fileWords}>
      {needsFile ? (
        <span className={styles.waits}>
          <Glyph name="needs-you" /> {t('entry.needsFileDrop')}
        </span>
      ) : (
        t('entry.dropHere')
      )}
    </span>
  )
}

function FileWords({ line, detail }: { line: DraftLine; detail: string | null }) {
  const { t } = useTranslation('sales-orders')
  const { artwork } = line
  const place = useFilePlace(artwork?.hash ?? null)
  if (artwork === null) return null
  return (
    <span className={styles.file}>
      <Thumbnail key={place?.place} src={fileUrl(artwork.previewHash)} box="entry" alt="" />
      <span className={styles.fileWords}>
        <span className="one-line strong">{artwork.name}</span>
        <span className="one-line">
          <span className="mono">{t('entry.fileCode', { code: artwork.shortCode, version: artwork.version })}</span>
          {detail !== null && ` · ${detail}`}
        </span>
        <FilePlaceWords place={place} />
      </span>
    </span>
  )
}

function Progress({ name, sent, size }: { name: string; sent: number; size: number }) {
  const { t } = useTranslation('sales-orders')
  const megabytes = (bytes: number) => Math.max(1, Math.round(bytes / 1_000_000))
  const share = size === 0 ? 0 : Math.round((100 * sent) / size)
  return (
    <span className={styles.fileWords} style={{ flex: 1 }}>
      <span className="one-line">{t('entry.sendingFile', { name, sent: megabytes(sent), size: megabytes(size) })}</span>
      <span className={styles.bar} role="progressbar" aria-label={name} aria-valuenow={share} aria-valuemax={100}>
        <span style={{ width: `${share}%` }} />
      </span>
    </span>
  )
}
