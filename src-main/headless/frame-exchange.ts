// One request, one answer, over the live connections of the core: what plain HTTP needs. A connection is kept for a while
// per session, since a script asks many times in a row.
import type { Core, CoreConnection } from '#main/app/core.ts'
import type { ClientFrame, Reply } from '#shared/kernel/contract.ts'
import { isAnnouncement } from '#shared/kernel/frames.ts'

export interface FrameExchange {
  ask(token: string, frame: ClientFrame): Promise<Reply>
  close(): void
}

export interface ExchangeLimits {
  readonly answerWithinMs: number
  readonly keepConnectionMs: number
  readonly waitingPerSession: number
}

export const usualLimits: ExchangeLimits = { answerWithinMs: 60_000, keepConnectionMs: 60_000, waitingPerSession: 200 }

interface Line {
  readonly connection: Promise<CoreConnection | null>
  readonly waiting: Map<number, (reply: Reply) => void>
  lastId: number
  idle: NodeJS.Timeout | undefined
}

const no = (code: string): Reply => ({ ok: false, refusal: { code } })

export function createFrameExchange(core: Pick<Core, 'connect'>, limits: ExchangeLimits = usualLimits): FrameExchange {
  const lines = new Map<string, Line>()

  const drop = (token: string): void => {
    const line = lines.get(token)
    lines.delete(token)
    clearTimeout(line?.idle)
    void line?.connection.then((connection) => connection?.close())
  }

  const lineOf = (token: string): Line => {
    const known = lines.get(token)
    if (known) return known
    const waiting = new Map<number, (reply: Reply) => void>()
    const connection = core.connect(token, (frame) => {
      if (isAnnouncement(frame)) return
      const { id, ...reply } = frame
      waiting.get(id)?.(reply)
    })
    const line: Line = { connection, waiting, lastId: 0, idle: undefined }
    lines.set(token, line)
    return line
  }

  const answerOf = (line: Line, connection: CoreConnection, frame: ClientFrame): Promise<Reply> =>
    new Promise((resolve) => {
      line.lastId += 1
      const id = line.lastId
      const settle = (reply: Reply): void => {
        clearTimeout(late)
        line.waiting.delete(id)
        resolve(reply)
      }
      const late = setTimeout(() => settle(no('wire.timeout')), limits.answerWithinMs)
      line.waiting.set(id, settle)
      connection.send({ ...frame, id })
    })

  return {
    async ask(token, frame) {
      const line = lineOf(token)
      if (line.waiting.size >= limits.waitingPerSession) return no('wire.busy')
      const connection = await line.connection
      if (connection === null) {
        drop(token)
        return no('auth.required')
      }
      clearTimeout(line.idle)
      const reply = await answerOf(line, connection, frame)
      if (line.waiting.size === 0) {
        clearTimeout(line.idle)
        line.idle = setTimeout(() => drop(token), limits.keepConnectionMs)
        line.idle.unref()
      }
      return reply
    },
    close() {
      for (const token of [...lines.keys()]) drop(token)
    },
  }
}
