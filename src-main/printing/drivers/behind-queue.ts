import type { WindowsPrinter } from './windows/winspool.ts'

/** What a device address says of which device it is. The rest of its query is how to talk to it. */
const naming: ReadonlySet<string> = new Set(['serial', 'zc', 'ip'])
const longest = 1000

/**
 * What stands behind a queue of CUPS by the answer of `lpstat -v`, as far as it stays the same while the device does: its UUID
 * where it has one, else its address without passwords and wishes. Null: the answer does not say.
 */
export function behindCupsQueue(answer: string): string | null {
  const address = /^device for \S+?: +(\S.*)$/mu.exec(answer)?.[1]?.trim()
  if (address === undefined) return null
  const [place = '', query = ''] = address.split(/\?(.*)/su)
  const said = query.split(/[&+]/u)
  const uuid = said.find((each) => /^uuid=./iu.test(each))?.slice('uuid='.length)
  if (uuid !== undefined) return `urn:uuid:${uuid.toLowerCase().replace(/^urn:uuid:/u, '')}`.slice(0, longest)
  const names = said.filter((each) => naming.has(each.split('=')[0]?.toLowerCase() ?? '')).join('&')
  const bare = place.replace(/^([a-z][\w+.-]*:\/\/)[^/]*@/iu, '$1').replace(/\/$/u, '')
  return `${bare}${names === '' ? '' : `?${names}`}`.slice(0, longest)
}

/** The driver and port of a Windows queue; null where its spooler says neither. */
export function behindWindowsQueue({ driver, port }: Pick<WindowsPrinter, 'driver' | 'port'>): string | null {
  return driver === '' && port === '' ? null : `${driver} (${port})`.slice(0, longest)
}
