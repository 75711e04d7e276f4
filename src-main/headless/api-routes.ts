// The documented API for scripts: the same commands and queries that the screens use, one POST each.
import type { IncomingMessage } from 'node:http'
import type { AnyProcedure, ClientFrame, Contract, ProcedureKind, Reply } from '#shared/kernel/contract.ts'
import { isUuid } from '#shared/kernel/frames.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { accepted, refused } from '#shared/kernel/result.ts'

/** Path segment -> kind of procedure. */
export const apiGroups: Readonly<Record<string, ProcedureKind>> = {
  commands: 'command',
  queries: 'query',
  actions: 'local',
}

export function procedureOf(contract: Contract, group: string, name: string): Result<AnyProcedure> {
  const kind = Object.hasOwn(apiGroups, group) ? apiGroups[group] : undefined
  if (kind === undefined) return refused('notFound.page')
  const found = Object.hasOwn(contract, name) ? contract[name] : undefined
  return found?.kind === kind ? accepted(found) : refused('notFound.procedure', { name: name.slice(0, 100) })
}

/** The frame of a request; a command takes its id from `Idempotency-Key` (W8), with or without the quotes of a structured header. */
export function frameOfRequest(
  procedure: AnyProcedure,
  input: unknown,
  headers: IncomingMessage['headers'],
): Result<ClientFrame> {
  const frame = { id: 0, do: procedure.kind, name: procedure.name, input }
  if (procedure.kind !== 'command') return accepted(frame)
  const given = headers['idempotency-key']
  if (given === undefined || given === '') return refused('input.idempotencyKeyMissing')
  const key = typeof given === 'string' ? given.trim().replace(/^"(.*)"$/, '$1') : ''
  return isUuid(key) ? accepted({ ...frame, commandId: key.toLowerCase() }) : refused('input.idempotencyKeyMalformed')
}

/** A bug shows as a refusal too: with the reference under which it is logged. */
export function refusalOfReply(reply: Extract<Reply, { ok: false }>): Refusal {
  return 'refusal' in reply ? reply.refusal : { code: 'fault.internal', params: { reference: reply.fault.reference } }
}
