// Keeps every page of the program where it is (X3), and the network out of the windows altogether (X2).
import { app, dialog, type Session, shell, type WebContents } from 'electron'
import { externalAddress } from './external-address.ts'

export interface GuardWords {
  /** "Open {{address}} in the browser?" with its two answers. */
  question(address: string): string
  readonly open: string
  readonly stay: string
}

/** `origin`: where the program's pages come from. Permissions, navigation, windows and requests are all denied beyond it. */
export function guardNavigation(origin: string, words: () => GuardWords): void {
  const isOwn = (url: string): boolean => URL.canParse(url) && url.startsWith(`${origin}/`)

  const offer = async (url: string): Promise<void> => {
    const address = externalAddress(url)
    if (address === null) return
    const { question, open, stay } = words()
    const answer = {
      type: 'question' as const,
      message: question(address.shown),
      buttons: [open, stay],
      defaultId: 1,
      cancelId: 1,
    }
    if ((await dialog.showMessageBox(answer)).response === 0) await shell.openExternal(address.url)
  }

  app.on('web-contents-created', (_, contents: WebContents) => {
    contents.on('will-frame-navigate', (event) => {
      if (isOwn(event.url)) return
      event.preventDefault()
      if (event.isMainFrame) void offer(event.url)
    })
    contents.on('will-redirect', (event) => {
      if (!isOwn(event.url)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      void offer(url)
      return { action: 'deny' }
    })
  })
}

/** A page may put text on the clipboard; everything else that needs a permission goes through the core. */
const allowed: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen'])

export function guardSession(session: Session, origin: string): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(allowed.has(permission)))
  session.setPermissionCheckHandler((_contents, permission) => allowed.has(permission))
  session.setDevicePermissionHandler(() => false)
  const local = [`${origin}/`, `${origin.replace(/^http/, 'ws')}/`, 'blob:', 'data:', 'devtools://']
  session.webRequest.onBeforeRequest((details, decide) =>
    decide({ cancel: !local.some((each) => details.url.startsWith(each)) }),
  )
}
