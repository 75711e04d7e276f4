import { join } from 'node:path'

export interface Computer {
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Where the embedded database lies when nobody says otherwise: beside the station's own folder, never in it. */
export function defaultDataFolder({ platform, home, environment }: Computer): string {
  if (platform === 'win32')
    return join(environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Counterproof Cloud')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Counterproof Cloud')
  const base = environment.XDG_DATA_HOME
  return join(base?.startsWith('/') ? base : join(home, '.local', 'share'), 'counterproof-cloud')
}
