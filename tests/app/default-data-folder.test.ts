import { expect, test } from 'vitest'
import { defaultDataFolder } from '#main/app/default-data-folder.ts'

const home = '/home/ada'

test('each system has its usual place, and a demo shop a place of its own', () => {
  const linux = { platform: 'linux', home, environment: {} } as const
  const mac = { platform: 'darwin', home: '/Users/ada', environment: {} } as const
  expect([
    defaultDataFolder(linux, false),
    defaultDataFolder(linux, true),
    defaultDataFolder({ ...linux, environment: { XDG_DATA_HOME: '/data' } }, false),
    defaultDataFolder({ ...linux, environment: { XDG_DATA_HOME: 'relative' } }, false),
    defaultDataFolder(mac, false),
    defaultDataFolder(mac, true),
  ]).toEqual([
    '/home/ada/.local/share/counterproof',
    '/home/ada/.local/share/counterproof-demo',
    '/data/counterproof',
    '/home/ada/.local/share/counterproof',
    '/Users/ada/Library/Application Support/Counterproof',
    '/Users/ada/Library/Application Support/Counterproof Demo',
  ])
})

test('Windows keeps the shop on the computer, not in the profile that travels', () => {
  const environment = { LOCALAPPDATA: 'local', APPDATA: 'roaming' }
  expect(defaultDataFolder({ platform: 'win32', home, environment }, false)).toMatch(/^local.Counterproof$/)
})
