import type { OutputFor } from '#shared/contract.ts'

/** Somebody who works here, as the list knows them. */
export type Person = OutputFor<'user.list'>['users'][number]
