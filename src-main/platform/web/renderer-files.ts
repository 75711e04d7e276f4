// Serves the built screens. The folder is listed once and a request is looked up in that list, so no spelling of a path
// can name a file outside it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { contentSecurityPolicy, newNonce, safeHeaders, withNonce } from './content-security.ts'
import { mediaTypeOfName } from './media-types.ts'

export interface RendererFiles {
  readonly isBuilt: boolean
  /** The answer to a GET of `path` (`/`, `/assets/index-abc.js`); undefined: no such file. */
  respond(path: string): Response | undefined
}

export function openRendererFiles(folder: string, connect: readonly string[]): RendererFiles {
  const paths = new Map<string, string>()
  if (existsSync(folder)) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      if (entry.isFile()) paths.set(`/${relative(folder, path).replaceAll('\\', '/')}`, path)
    }
  }

  const page = (path: string): Response => {
    const nonce = newNonce()
    return new Response(withNonce(readFileSync(path, 'utf8'), nonce), {
      headers: {
        ...safeHeaders,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': contentSecurityPolicy(nonce, connect),
        'cache-control': 'no-store',
      },
    })
  }

  return {
    isBuilt: paths.has('/index.html'),
    respond: (asked) => {
      const name = asked === '/' ? '/index.html' : asked
      const path = paths.get(name)
      if (path === undefined) return undefined
      if (name.endsWith('.html')) return page(path)
      return new Response(new Uint8Array(readFileSync(path)), {
        headers: {
          ...safeHeaders,
          'content-type': mediaTypeOfName(name),
          // Names of assets hold a hash of their bytes; other files keep their name when they change.
          'cache-control': name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        },
      })
    },
  }
}
