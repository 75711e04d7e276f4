import { join } from 'node:path'

export interface Computer {
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly environment: Readonly<Record<string, string | undefined>>
}

/**
 * Where the shop's data lie when nobody says otherwise: the same place for the window and the headless host, so that both
 * open the same shop. A demo shop never shares a folder with a real one.
 */
export function defaultDataFolder({ platform, home, environment }: Computer, demo: boolean): string {
  const name = demo ? 'Counterproof Demo' : 'Counterproof'
  // Not the roaming profile: Windows would copy a live database between computers.
  if (platform === 'win32') return join(environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), name)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', name)
  const base = environment.XDG_DATA_HOME
  return join(base?.startsWith('/') ? base : join(home, '.local', 'share'), name.toLowerCase().replace(' ', '-'))
}

/**
 * Where the keys of this computer's stations lie: beside the settings of the person, so that a data folder that is copied
 * or restored elsewhere is not that station there.
 */
export function defaultKeysFolder({ platform, home, environment }: Computer): string {
  if (platform === 'win32') return join(environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Counterproof Keys')
  if (platform === 'darwin') return join(home, 'Library', 'Preferences', 'Counterproof Keys')
  const base = environment.XDG_CONFIG_HOME
  return join(base?.startsWith('/') ? base : join(home, '.config'), 'counterproof', 'keys')
}
