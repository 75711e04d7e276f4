import type { z } from 'zod'
import type { Refusal } from './result.ts'

/**
 * What a feature offers to screens and scripts. A command changes documents and is recorded (write-path W8, W9); a query
 * only reads; a local action touches what belongs to this station alone (drafts, printers, sessions) and is not recorded.
 */
export type ProcedureKind = 'command' | 'query' | 'local'

export interface Procedure<
  Name extends string = string,
  Input extends z.ZodType = z.ZodType,
  Output = unknown,
  Kind extends ProcedureKind = ProcedureKind,
> {
  readonly kind: Kind
  readonly name: Name
  readonly input: Input
  /** What comes back; documents the HTTP API and types the callers. */
  readonly output: z.ZodType<Output>
  /** The grant a person needs. `null`: open to whoever may reach the station, signed in or not (sign-in itself). */
  readonly permission: string | null
  /** One sentence for the API's documentation. */
  readonly summary: string
  /** Entities whose changes make an answer stale; screens re-ask when one of them is announced. */
  readonly touches: readonly string[]
  /** `reader`: a long read (report, broad search) that runs beside the core, never in front of a command (W11). */
  readonly runs: 'core' | 'reader'
}

interface ProcedureWords<Input extends z.ZodType, Output> {
  readonly input: Input
  readonly output: z.ZodType<Output>
  readonly summary: string
  readonly permission?: string | null
  readonly touches?: readonly string[]
  readonly runs?: 'core' | 'reader'
}

function procedure<const Kind extends ProcedureKind>(kind: Kind) {
  return <const Name extends string, Input extends z.ZodType, Output>(
    name: Name,
    words: ProcedureWords<Input, Output>,
  ): Procedure<Name, Input, Output, Kind> => ({
    kind,
    name,
    input: words.input,
    output: words.output,
    summary: words.summary,
    permission: words.permission === undefined ? name : words.permission,
    touches: words.touches ?? [],
    runs: words.runs ?? 'core',
  })
}

/** Declares a command; its permission is its own name unless said otherwise. */
export const command = procedure('command')
/** Declares a query. */
export const query = procedure('query')
/** Declares a station-local action. */
export const local = procedure('local')

export type AnyProcedure = Procedure<string, z.ZodType, unknown>
/** Every procedure of a feature or of the product, keyed by its name. */
export type Contract = Readonly<Record<string, AnyProcedure>>

/** Keys procedures by their names, so that `contract['salesOrder.confirm']` is typed. */
export function contract<const P extends readonly AnyProcedure[]>(
  ...procedures: P
): { readonly [Q in P[number] as Q['name']]: Q } {
  const byName: Record<string, AnyProcedure> = {}
  for (const each of procedures) {
    if (byName[each.name]) throw new Error(`procedure ${each.name} is declared twice`)
    byName[each.name] = each
  }
  return byName as { readonly [Q in P[number] as Q['name']]: Q }
}

export type InputOf<P> = P extends Procedure<string, infer Input, unknown> ? z.input<Input> : never
export type ParsedInputOf<P> = P extends Procedure<string, infer Input, unknown> ? z.output<Input> : never
export type OutputOf<P> = P extends Procedure<string, z.ZodType, infer Output> ? Output : never

/** What travels from a screen or script to the core; the same over window ports, WebSocket and HTTP. */
export interface ClientFrame {
  /** Chosen by the caller, comes back with the answer. */
  readonly id: number
  readonly do: ProcedureKind
  readonly name: string
  readonly input: unknown
  /** UUID made by the caller; only commands carry it (W8). */
  readonly commandId?: string
}

export interface Announcement {
  /** Entity names that changed, with the ids of their documents (empty: too many to name). */
  readonly entities: Readonly<Record<string, readonly string[]>>
  /** Station-local things that changed: `print_job`, `printer`, `session`, `form_draft`. */
  readonly local: readonly string[]
}

export type Reply =
  | { readonly ok: true; readonly result: unknown; readonly replayed?: true }
  | { readonly ok: false; readonly refusal: Refusal }
  /** A bug: logged under the reference, which the screen shows for support. */
  | { readonly ok: false; readonly fault: { readonly reference: string } }

export type ServerFrame = (Reply & { readonly id: number }) | { readonly announce: Announcement }
