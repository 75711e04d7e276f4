import type { Services } from '#main/platform/bus/module.ts'
import type { FileLink } from './file-link.ts'
import { stationClouds } from './station-cloud.ts'

export { LinkProblem } from './cloud-link.ts'
export { readCompanySecret } from './company-secrets.ts'
export { type FileLink, FileRefused } from './file-link.ts'

/** The line on which files travel to and from this station's cloud; undefined: it has none. */
export function fileLinkOf(services: Services): FileLink | undefined {
  return stationClouds.get(services)?.files
}
