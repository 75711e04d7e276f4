import { EventEmitter } from 'node:events'
import { acts, facts } from './control.ts'

type Answer = (request: Request) => Response | Promise<Response>
type Decide = (decision: unknown) => void
type PermissionHandler = (contents: null, permission: string, decide: Decide) => void
type RequestHandler = (details: { url: string }, decide: (decision: { cancel?: boolean }) => void) => void

const schemes = new Map<string, Answer>()
const handlers: {
  request?: RequestHandler
  permission?: PermissionHandler
  check?: (contents: null, permission: string) => boolean
  device?: () => boolean
} = {}

export const protocol = {
  registerSchemesAsPrivileged: (privileges: unknown[]) => facts.privileges.push(...privileges),
  handle: (scheme: string, answer: Answer) => schemes.set(scheme, answer),
}

/** What the program answers to a request of a page; null: the request was cancelled. */
export async function answerTo(request: Request): Promise<Response | null> {
  if (await isCancelled(request.url)) return null
  const answer = schemes.get(new URL(request.url).protocol.slice(0, -1))
  return answer ? answer(request) : null
}

export function isCancelled(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    if (handlers.request) handlers.request({ url }, (decision) => resolve(decision.cancel === true))
    else resolve(false)
  })
}

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: PermissionHandler) => {
      handlers.permission = handler
    },
    setPermissionCheckHandler: (handler: (contents: null, permission: string) => boolean) => {
      handlers.check = handler
    },
    setDevicePermissionHandler: (handler: () => boolean) => {
      handlers.device = handler
    },
    webRequest: {
      onBeforeRequest: (handler: RequestHandler) => {
        handlers.request = handler
      },
    },
  },
}

export const ipcMain = new EventEmitter()

acts.set('isCancelled', (url) => isCancelled(String(url)))
acts.set('permission', (name) => {
  const asked = new Promise((resolve) => {
    if (handlers.permission) handlers.permission(null, String(name), resolve)
    else resolve(true)
  })
  return asked.then((granted) => ({
    granted,
    checked: handlers.check?.(null, String(name)) ?? true,
    device: handlers.device?.() ?? true,
  }))
})
acts.set('channels', () => ipcMain.eventNames())
