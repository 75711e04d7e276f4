// A core of a few notes, for tests of shells and carriers: it answers as the real one does and remembers what it was asked.

import { z } from 'zod'
import type { Core, CoreConnection, StoredFile } from '#main/app/core.ts'
import {
  type ClientFrame,
  command,
  contract,
  local,
  query,
  type Reply,
  type ServerFrame,
} from '#shared/kernel/contract.ts'

const noteText = z.string().min(1).max(200)
export const noteContract = contract(
  command('note.write', {
    input: z.strictObject({ text: noteText }),
    output: z.object({ number: z.int() }),
    summary: 'Writes a note.',
  }),
  command('note.break', { input: z.strictObject({}), output: z.null(), summary: 'Runs into a bug.' }),
  command('note.burn', { input: z.strictObject({}), output: z.null(), summary: 'Is refused: notes do not burn.' }),
  query('note.list', {
    input: z.strictObject({}),
    output: z.object({ notes: z.array(noteText) }),
    summary: 'All notes.',
    touches: ['note'],
  }),
  query('note.secret', { input: z.strictObject({}), output: z.null(), summary: 'Nobody may see this.' }),
  query('note.never', { input: z.strictObject({}), output: z.null(), summary: 'Never answers.' }),
  local('session.whoAmI', {
    input: z.strictObject({}),
    output: z.object({ name: z.string() }),
    permission: null,
    summary: 'Who is signed in.',
  }),
)

export interface FakeCore extends Core {
  readonly asked: readonly { readonly token: string; readonly frame: ClientFrame }[]
  readonly notes: readonly string[]
  readonly openConnections: () => number
  keepFile(hash: string, file: StoredFile): void
  /** Ends a session as signing out everywhere does. */
  endSession(token: string): void
}

export function createFakeCore(): FakeCore {
  const asked: { token: string; frame: ClientFrame }[] = []
  const notes: string[] = []
  const done = new Map<string, { text: string; number: number }>()
  const codes = new Set<string>()
  const sessions = new Set<string>()
  const files = new Map<string, StoredFile>()
  const listeners = new Set<(frame: ServerFrame) => void>()
  const count = { value: 0 }

  const made = (kind: string): string => {
    count.value += 1
    return `${kind}-${String(count.value).padStart(40, '0')}`
  }
  const newSession = (): string => {
    const token = made('session')
    sessions.add(token)
    return token
  }
  const refuse = (code: string): Reply => ({ ok: false, refusal: { code } })

  const write = (frame: ClientFrame): Reply => {
    const parsed = z.strictObject({ text: noteText }).safeParse(frame.input)
    if (!parsed.success) {
      return { ok: false, refusal: { code: 'input.invalid', problems: [{ field: 'text', code: 'text.missing' }] } }
    }
    const id = frame.commandId ?? ''
    const before = done.get(id)
    if (before) {
      return before.text === parsed.data.text
        ? { ok: true, result: { number: before.number }, replayed: true }
        : refuse('command.idReused')
    }
    notes.push(parsed.data.text)
    done.set(id, { text: parsed.data.text, number: notes.length })
    for (const tell of listeners) tell({ announce: { entities: { note: [String(notes.length)] }, local: [] } })
    return { ok: true, result: { number: notes.length } }
  }

  const answer = (frame: ClientFrame): Reply | undefined => {
    switch (frame.name) {
      case 'note.write':
        return write(frame)
      case 'note.break':
        return { ok: false, fault: { reference: 'abc123' } }
      case 'note.burn':
        return refuse('note.doesNotBurn')
      case 'note.list':
        return { ok: true, result: { notes: [...notes] } }
      case 'note.secret':
        return refuse('permission.missing')
      case 'note.never':
        return undefined
      case 'session.whoAmI':
        return { ok: true, result: { name: 'Ada' } }
      default:
        return refuse('input.unknownProcedure')
    }
  }

  return {
    asked,
    notes,
    openConnections: () => listeners.size,
    keepFile: (hash, file) => files.set(hash, file),
    endSession: (token) => sessions.delete(token),
    state: async () => ({ isSetUp: true, stationName: 'Counter', keysIn: null }),
    issueEntryCode: async () => {
      const code = made('code')
      codes.add(code)
      return code
    },
    redeemEntryCode: async (code) => (codes.delete(code) ? newSession() : null),
    issueRunToken: async () => newSession(),
    pairingCode: async () => null,
    exportShop: async () => 0,
    openWindowSession: async () => newSession(),
    connect: async (token, deliver): Promise<CoreConnection | null> => {
      if (!sessions.has(token)) return null
      listeners.add(deliver)
      return {
        send: (frame) => {
          asked.push({ token, frame })
          const reply = sessions.has(token) ? answer(frame) : refuse('auth.noSession')
          if (reply) setImmediate(() => deliver({ ...reply, id: frame.id }))
        },
        close: () => {
          listeners.delete(deliver)
        },
      }
    },
    locateFile: async (token, hash) => (sessions.has(token) ? (files.get(hash) ?? null) : null),
    close: async () => listeners.clear(),
  }
}
