import { OtherStory } from '#main/platform/changes/log-mend.ts'
import type { Replica } from '#main/platform/changes/replica.ts'
import { wireLimits } from '#shared/sync/wire.ts'
import type { CloudLink } from './cloud-link.ts'
import { receivedRow } from './received-row.ts'
import type { SlicePace } from './slice-pace.ts'

/**
 * What laying the log beside the cloud's came to (SPEC Y35): how many rows were put right; nothing, because the cloud was
 * restored meanwhile; or that the cloud has another story than a row here that is sound.
 */
export type LogLaid = { readonly is: 'laid'; readonly mended: number } | { readonly is: 'later' | 'otherStory' }

export interface LayPorts {
  readonly replica: Replica
  readonly link: Pick<CloudLink, 'pull'>
  /** Instant of now. */
  readonly now: () => string
  readonly breathe: () => Promise<void>
  readonly pace: SlicePace
  /** Documents that were computed anew. */
  readonly changed: (docs: readonly string[]) => void
}

/** Goes on where it was, to the end; commands run between two slices. Rejects with `LinkProblem` where the line is gone. */
export async function layLogBeside({ replica, link, now, breathe, pace, changed }: LayPorts): Promise<LogLaid> {
  const { logMend } = replica
  for (;;) {
    const place = logMend.place()
    if (place === undefined) return { is: 'later' }
    const { after, until, epoch, mended } = place
    if (after >= until) {
      logMend.end()
      return { is: 'laid', mended }
    }
    const answer = await link.pull({ after, limit: wireLimits.pageRows, epoch, onlyToKeep: true, whole: true })
    const page = answer.is === 'page' ? answer.rows.filter(({ seq }) => seq <= until).map(receivedRow) : []
    if (page[0]?.seq !== after + 1 || replica.place().epoch !== epoch) {
      logMend.end()
      return { is: 'later' }
    }
    try {
      for (let begin = 0; begin < page.length; ) {
        const slice = page.slice(begin, begin + pace.rows)
        const docs = await pace.run(slice.length, () => logMend.lay(slice, now()), breathe)
        if (docs.length > 0) changed(docs)
        begin += slice.length
      }
    } catch (problem) {
      if (!(problem instanceof OtherStory)) throw problem
      logMend.end()
      return { is: 'otherStory' }
    }
  }
}
