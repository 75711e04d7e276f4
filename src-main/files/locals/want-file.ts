import { defineLocal } from '#main/platform/bus/module.ts'
import { fileLinkOf } from '#main/sync/index.ts'
import { filesContract } from '#shared/files/contract.ts'
import { accepted } from '#shared/kernel/result.ts'
import { placeReader } from '../file-places.ts'
import { kickPorter } from '../file-porter.ts'
import { fileTravelsOf } from '../file-travels.ts'

/** Somebody looks at it: fetched before all others (FI13). A wish for what is here, or is coming, changes nothing. */
export const wantFile = defineLocal(filesContract['file.want'], (services) => {
  const placeOf = placeReader(services)
  const travels = fileTravelsOf(services.local)
  return ({ hash }, { now }) => {
    if (services.files.has(hash) || fileLinkOf(services) === undefined) return accepted(placeOf(hash))
    const known = travels.find(hash)
    if (known?.way !== 'fetch' || known.state !== 'waiting') travels.fetch(hash, now)
    kickPorter(services)
    return accepted(placeOf(hash))
  }
})
