import type { Services } from '#main/platform/bus/module.ts'
import { uploadsOf } from './uploads.ts'

/** An upload that nobody went on with for a week is given up. */
const patienceMilliseconds = 7 * 24 * 3_600_000

export function forgetOldUploads(services: Services): void {
  const uploads = uploadsOf(services)
  const since = new Date(services.clock.now() - patienceMilliseconds).toISOString()
  for (const id of uploads.begunBefore(since)) {
    services.files.receive(id).discard()
    uploads.remove(id)
  }
}
