import { request } from 'node:http'
import type { RunProgram } from './run-program.ts'

export interface SpoolerAdvice {
  readonly code: 'cups3' | 'protectedPrint'
  /** Of the spooler; '' where it has none of interest. */
  readonly version: string
}

interface Spooler {
  readonly platform: NodeJS.Platform
  readonly spoolerName: () => Promise<string | null>
}

/** Where Windows keeps whether printing is protected: by an administrator's policy, or by the person's own switch. */
const protectedPrintKey = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Printers\\WPP'
const isProtected = /\bWindowsProtectedPrint(?:GroupPolicyState|Mode)\s+REG_DWORD\s+0x1\b/u

/**
 * Systems stop passing bytes through their queues: what was a receipt printer yesterday prints nothing any more, without a
 * word. So the person who sets one up is told before (P26).
 */
export async function spoolerAdvice(
  run: RunProgram,
  { platform, spoolerName }: Spooler,
): Promise<SpoolerAdvice | null> {
  if (platform === 'win32') {
    const { code, out } = await run('reg.exe', ['query', protectedPrintKey])
    return code === 0 && isProtected.test(out) ? { code: 'protectedPrint', version: '' } : null
  }
  const version = /^CUPS\/(\d+(?:\.\d+)*)/u.exec((await spoolerName()) ?? '')?.[1] ?? ''
  return Number.parseInt(version, 10) >= 3 ? { code: 'cups3', version } : null
}

export interface SpoolerAddress {
  readonly socketPath?: string
  readonly host?: string
  readonly port?: number
}

/** The name a print server gives itself in every answer; null where none answers in time. */
export function nameOfSpooler(address: SpoolerAddress, milliseconds: number): Promise<string | null> {
  return new Promise((resolve) => {
    const asked = request({ ...address, method: 'HEAD', path: '/', timeout: milliseconds }, (reply) => {
      reply.resume()
      const { server } = reply.headers
      resolve(typeof server === 'string' ? server : null)
    })
    asked.on('timeout', () => asked.destroy())
    asked.on('error', () => resolve(null))
    asked.end()
  })
}
