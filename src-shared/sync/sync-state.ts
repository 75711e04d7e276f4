import type { z } from 'zod'
import type { archiveHoldForm, documentsCheckedForm, syncStateForm } from './contract.ts'

/**
 * How a station stands with its cloud; `since` is an instant of the station's clock. Alone: there is no cloud (W15). Forked:
 * this folder was copied or rolled back and must pair anew (SPEC Y13, Y30). No key: this computer does not have the station's.
 */
export type SyncState = z.output<typeof syncStateForm>

export type DocumentsChecked = z.output<typeof documentsCheckedForm>

export type ArchiveHold = z.output<typeof archiveHoldForm>
