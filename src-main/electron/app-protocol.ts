import { protocol } from 'electron'
import type { StoredFile } from '#main/app/core.ts'
import type { RendererFiles } from '#main/platform/web/renderer-files.ts'
import { storedFileResponse } from '#main/platform/web/stored-file.ts'

/** The one origin of the program's pages; `file://` would give them the whole disk as their own. */
export const appOrigin = 'app://counterproof'

/** Before the app is ready: `app:` behaves like https, with a real origin. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
}

export interface AppFiles {
  readonly screens: RendererFiles
  /** A stored file that a window of this program may see. */
  locate(hash: string): Promise<StoredFile | null>
}

export function serveApp(files: AppFiles): void {
  protocol.handle('app', async (request) => (await answer(request, files)) ?? new Response(null, { status: 404 }))
}

async function answer(request: Request, { screens, locate }: AppFiles): Promise<Response | null | undefined> {
  const { host, pathname, searchParams } = new URL(request.url)
  if (host !== 'counterproof' || request.method !== 'GET') return null
  const hash = /^\/files\/([0-9a-f]{64})$/.exec(pathname)?.[1]
  if (hash === undefined) return screens.respond(pathname)
  const file = await locate(hash)
  const wish = { hash, range: request.headers.get('range') ?? undefined, saveAs: searchParams.get('name') ?? undefined }
  return file === null ? null : storedFileResponse(file, wish)
}
