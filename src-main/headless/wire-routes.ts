// The wire for screens whose network lets no WebSocket through: one frame per POST, announcements as server-sent events.
import type { Core } from '#main/app/core.ts'
import { safeHeaders } from '#main/platform/web/content-security.ts'
import type { ClientFrame, ServerFrame } from '#shared/kernel/contract.ts'
import { isAnnouncement, parseClientFrame } from '#shared/kernel/frames.ts'
import type { Result } from '#shared/kernel/result.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { readJsonBody } from './request-body.ts'

const heartbeatMs = 15_000
/** Unread news at which a listener is taken for gone. */
const mostUnread = 1000

export async function readFrame(request: Request): Promise<Result<ClientFrame>> {
  const body = await readJsonBody(request)
  if (!body.ok) return body
  const frame = parseClientFrame(body.value)
  return frame ? accepted(frame) : refused('input.frame')
}

/** null: no such session. */
export async function announcementStream(core: Pick<Core, 'connect'>, token: string): Promise<Response | null> {
  const text = new TextEncoder()
  let tell: (line: string) => void = () => {}
  const connection = await core.connect(token, (frame: ServerFrame) => {
    if (isAnnouncement(frame)) tell(`data: ${JSON.stringify(frame)}\n\n`)
  })
  if (connection === null) return null

  let beat: NodeJS.Timeout | undefined
  const stop = (): void => {
    clearInterval(beat)
    connection.close()
  }
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      tell = (line) => {
        if ((controller.desiredSize ?? 0) > -mostUnread) controller.enqueue(text.encode(line))
        else {
          stop()
          controller.error(new Error('the listener does not read'))
        }
      }
      tell('retry: 2000\n\n')
      beat = setInterval(() => tell(': here\n\n'), heartbeatMs)
    },
    cancel: stop,
  })
  return new Response(stream, {
    headers: {
      ...safeHeaders,
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
  })
}
