import { useState } from 'react'
import { CropMarks } from './crop-marks.tsx'
import { fitInto, type Size } from './fit-into.ts'
import styles from './thumbnail.module.css'

/** Box of each place: list 36 x 26, entry 46 x 38, page 58 x 44, journal 32 x 33; `large` fits 160 x 124 with crop marks. */
const BOXES = {
  list: { width: 36, height: 26 },
  entry: { width: 46, height: 38 },
  page: { width: 58, height: 44 },
  journal: { width: 32, height: 33 },
  large: { width: 160, height: 124 },
} as const satisfies Record<string, Size>

const CROP_MARKS_FROM = 64
const upright: Size = { width: 210, height: 297 }

interface ThumbnailProps {
  /** Absent or null: not made yet, the trim rectangle stands in its place. */
  src?: string | null | undefined
  /** Trim of the artwork in any unit; its proportion is kept. Left out: as the picture is, A4 upright until it is there. */
  trim?: Size
  box?: keyof typeof BOXES | Size
  /** Accessible name; empty beside the title of what it shows. */
  alt: string
}

/** Artwork in a fixed box: real, whole, centred, with an edge so that white paper shows on white. */
export function Thumbnail({ src, trim, box = 'list', alt }: ThumbnailProps) {
  const [seen, setSeen] = useState<{ src: string; size: Size } | null>(null)
  const [broken, setBroken] = useState<string | null>(null)
  const room = typeof box === 'string' ? BOXES[box] : box
  const hasMarks = Math.max(room.width, room.height) >= CROP_MARKS_FROM
  const size = fitInto(trim ?? (seen !== null && seen.src === src ? seen.size : upright), room)
  const isReady = src !== undefined && src !== null && src !== broken
  const picture = isReady ? (
    <img
      className={styles.art}
      src={src}
      alt={alt}
      {...size}
      draggable={false}
      onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => {
        if (trim === undefined && width > 0) setSeen({ src, size: { width, height } })
      }}
      onError={() => setBroken(src)}
    />
  ) : (
    <span className={styles.trim} style={{ ...size }}>
      <span className="visually-hidden">{alt}</span>
    </span>
  )
  return (
    <span
      className={styles.box}
      style={{ width: hasMarks ? undefined : room.width, height: hasMarks ? undefined : room.height }}
    >
      {hasMarks ? <CropMarks>{picture}</CropMarks> : picture}
    </span>
  )
}
