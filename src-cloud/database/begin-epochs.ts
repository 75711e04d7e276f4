import { codesLeftFree } from '../accounts/station-code.ts'
import type { Sql } from './sql.ts'

/**
 * After a backup was put back, every organisation is another incarnation of itself (Y12): stations then send again what the
 * backup did not have. The owner of the tables does this, through a policy that lets nobody else past the rows of one
 * organisation. Says how many there are.
 */
export async function beginEpochs(sql: Sql): Promise<number> {
  return sql.transaction(async (query) => {
    const rows = await query(
      `update tenant_head
       set epochs = (epochs::jsonb || jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'since', seq)))::text
       returning org`,
      [],
    )
    // Stations have moved on since the backup: the first to come of each is taken for it (Y30).
    await query('update stations set instance = null', [])
    // Stations that joined since have codes that the backup has not given yet; they come back under these (Y36).
    await query('update organisations set stations_given = stations_given + $1', [codesLeftFree])
    return rows.length
  })
}
