import { defineLocal, type Services } from '#main/platform/bus/module.ts'
import { instantOf } from '#main/platform/clock/clock.ts'
import { mediaTypeHead, mediaTypeOf } from '#main/platform/files/media-type.ts'
import { ChoreStopped } from '#main/platform/workers/chores.ts'
import { filesContract, previewOutput } from '#shared/files/contract.ts'
import { isPreviewable } from '#shared/files/file-record.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { fileTravelsOf } from '../file-travels.ts'
import { type Preview, withoutPicture } from '../preview.ts'

/** Hostile files end their own thread and nothing else (reliability 44). */
const limits = { milliseconds: 20_000, megabytes: 512 }

export const previewFile = defineLocal(filesContract['file.preview'], (services) => {
  const { files, local } = services
  const known = local.read<Record<string, unknown> & { notes: string }>(
    `select preview_hash "previewHash", width_mm10 "widthMm10", height_mm10 "heightMm10", pages, problem, notes
     from file_previews where hash = ?`,
  )
  const remember = local.write(
    `insert into file_previews (hash, preview_hash, width_mm10, height_mm10, pages, problem, notes) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (hash) do update set preview_hash = excluded.preview_hash, width_mm10 = excluded.width_mm10,
       height_mm10 = excluded.height_mm10, pages = excluded.pages, problem = excluded.problem, notes = excluded.notes`,
  )
  const unquarantined = local.read('select 1 from files where hash = ? and quarantine is null limit 1')
  const quarantined = local.read('select 1 from files where hash = ? and quarantine is not null limit 1')
  const travels = fileTravelsOf(local)
  const drawing = new Map<string, Promise<Preview>>()

  const recall = (hash: string): Preview | undefined => {
    const row = known.get(hash)
    if (row === undefined) return undefined
    const preview = previewOutput.parse({ ...row, notes: JSON.parse(row.notes) })
    // A picture that somebody took away is drawn again.
    return preview.previewHash === null || files.has(preview.previewHash) ? preview : undefined
  }
  const draw = async (hash: string, mediaType: string): Promise<Preview> => {
    const drawn = await drawnBeside(services, hash, mediaType)
    remember.run(
      hash,
      drawn.previewHash,
      drawn.widthMm10,
      drawn.heightMm10,
      drawn.pages,
      drawn.problem,
      JSON.stringify(drawn.notes),
    )
    if (drawn.previewHash !== null) travels.send(drawn.previewHash, instantOf(services.clock))
    return drawn
  }
  return async ({ hash, again }) => {
    const before = recall(hash)
    if (before !== undefined && !(again && before.problem !== null)) return accepted(before)
    if (!files.has(hash)) return refused('file.missing', { hash })
    const mediaType = mediaTypeOf(files.head(hash, mediaTypeHead) ?? new Uint8Array())
    // Set apart under every name it came by: not opened, not even for a picture (FI3).
    if (unquarantined.get(hash) === undefined && quarantined.get(hash) !== undefined)
      return accepted(withoutPicture('quarantined'))
    if (!isPreviewable(mediaType, null)) return accepted(withoutPicture('notPreviewable'))
    const running = drawing.get(hash) ?? draw(hash, mediaType)
    drawing.set(hash, running)
    try {
      return accepted(await running)
    } finally {
      drawing.delete(hash)
    }
  }
})

async function drawnBeside({ files, chores, log }: Services, hash: string, mediaType: string): Promise<Preview> {
  try {
    return await chores.run<Preview>('files.preview', { folder: files.folder, hash, mediaType }, limits)
  } catch (error) {
    if (error instanceof ChoreStopped) return withoutPicture(error.why === 'tooSlow' ? 'tooSlow' : 'tooHeavy')
    log.problem('file.previewFailed', { hash, error })
    return withoutPicture('damaged')
  }
}
