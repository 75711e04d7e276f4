import type { Announcement, ClientFrame, ProcedureKind, ServerFrame } from './contract.ts'
import { uuidPattern } from './ids.ts'

const kinds: readonly ProcedureKind[] = ['command', 'query', 'local']
const namePattern = /^[a-z][A-Za-z0-9]{0,60}(\.[a-z][A-Za-z0-9]{0,60}){1,3}$/
const fields: ReadonlySet<string> = new Set(['id', 'do', 'name', 'input', 'commandId'])

/** A frame as it comes in from a carrier, before anything looks at its input; null when it has another form. */
export function parseClientFrame(value: unknown): ClientFrame | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  if (Object.keys(value).some((key) => !fields.has(key))) return null
  const id: unknown = Reflect.get(value, 'id')
  const kind = kinds.find((each) => each === Reflect.get(value, 'do'))
  const name: unknown = Reflect.get(value, 'name')
  const input: unknown = Reflect.get(value, 'input')
  const commandId: unknown = Reflect.get(value, 'commandId')
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || id < 0) return null
  if (kind === undefined || typeof name !== 'string' || !namePattern.test(name)) return null
  if (commandId === undefined) return kind === 'command' ? null : { id, do: kind, name, input }
  if (kind !== 'command' || typeof commandId !== 'string' || !isUuid(commandId)) return null
  return { id, do: kind, name, input, commandId: commandId.toLowerCase() }
}

export function isUuid(text: string): boolean {
  return uuidPattern.test(text.toLowerCase())
}

/** Whether a frame from the core is news for all, not an answer to one. */
export function isAnnouncement(frame: ServerFrame): frame is { readonly announce: Announcement } {
  return 'announce' in frame
}

/** A frame as it comes back from the core, which is trusted; only what other senders say to a page is kept out. */
export function parseServerFrame(value: unknown): ServerFrame | null {
  if (typeof value !== 'object' || value === null) return null
  const isFrame = 'announce' in value || ('id' in value && 'ok' in value)
  return isFrame ? (value as ServerFrame) : null
}
