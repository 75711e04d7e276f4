import { openReadOnly } from '../database/open-database.ts'
import { checkChain } from './chain-check.ts'

/** The chore behind the whole check: SQLite's own look at every page, then every link of the chain (W5). */
export async function checkWhole({ path, station }: { readonly path: string; readonly station: string }) {
  const db = openReadOnly(path)
  try {
    const verdict = db.read<{ integrity_check: string }>('pragma integrity_check').get()?.integrity_check
    if (verdict !== 'ok') return { sound: false as const, where: verdict ?? 'integrity_check' }
    const chain = checkChain(db, station)
    return chain.whole
      ? { sound: true as const, changes: chain.checked }
      : { sound: false as const, where: `${chain.why} ${chain.sseq}` }
  } finally {
    db.close()
  }
}
