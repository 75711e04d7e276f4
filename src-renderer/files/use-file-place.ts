import { useEffect } from 'react'
import { useLocal } from '#renderer/client/use-local.ts'
import { useQuery } from '#renderer/client/use-query.ts'
import type { OutputFor } from '#shared/contract.ts'

export type FilePlaceHere = OutputFor<'file.place'>

/** Where a file is that somebody looks at; what is not here is fetched before all others. Undefined: not known yet. */
export function useFilePlace(hash: string | null): FilePlaceHere | undefined {
  const { value } = useQuery('file.place', { hash: hash ?? '' }, { isWanted: hash !== null, dropsLast: true })
  const { run } = useLocal('file.want')
  const isComing = value?.place === 'coming'
  useEffect(() => {
    if (isComing && hash !== null) void run({ hash })
  }, [hash, isComing, run])
  return value
}
