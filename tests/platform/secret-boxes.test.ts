import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { systemSecretBox } from '#main/electron/secret-box.ts'
import { bestSecretBox } from '#main/platform/secrets/best-secret-box.ts'
import { fileSecretBox } from '#main/platform/secrets/file-secret-box.ts'
import { isProof, pairingKeyOf, proofUnder } from '#main/platform/secrets/pairing-proof.ts'
import { sealTo } from '#main/platform/secrets/sealed-box.ts'
import { BoxClosed } from '#main/platform/secrets/secret-box.ts'
import { nextSecretStamp } from '#main/platform/secrets/secret-source.ts'
import { isSignedBy, stationKeyFiles } from '#main/platform/secrets/station-keys.ts'
import { computer } from '#tests/support/electron-stand-in/safe-storage.ts'

vi.mock('electron', async () => import('#tests/support/electron-stand-in/safe-storage.ts'))

const secret = 'Kanariengeel'
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterproof-boxes-'))
})
afterEach(() => {
  Object.assign(computer, { backend: 'basic_text', isAvailable: true })
  rmSync(folder, { recursive: true, force: true })
})

const opened = async (box: { open: ReturnType<typeof fileSecretBox>['open'] }, sealed: Uint8Array) =>
  (await box.open(sealed)).text

test('[X11] the key file is its owner’s alone, and opens what it closed and nothing else', async () => {
  const [box, other] = [fileSecretBox(join(folder, 'one')), fileSecretBox(join(folder, 'other'))]
  const sealed = await box.seal(secret)
  expect(Buffer.from(sealed).toString('latin1')).not.toContain(secret)
  expect(await opened(box, sealed)).toBe(secret)
  expect(await opened(fileSecretBox(join(folder, 'one')), sealed)).toBe(secret)
  await expect(other.open(sealed)).rejects.toBeInstanceOf(BoxClosed)
  await other.seal(secret)
  await expect(other.open(sealed)).rejects.toBeInstanceOf(BoxClosed)
  const altered = Buffer.from(sealed)
  altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1
  await expect(box.open(altered)).rejects.toBeInstanceOf(BoxClosed)
  if (process.platform !== 'win32') {
    expect(statSync(join(folder, 'one')).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'one', 'box.key')).mode & 0o777).toBe(0o600)
  }
})

test('[X11] the system’s keychain closes where it keeps anything; one password for all computers is none', async () => {
  const file = fileSecretBox(folder)
  const desktop = bestSecretBox(systemSecretBox('linux'), file)
  expect(await desktop.strength()).toBe('file')
  const before = await desktop.seal(secret)
  computer.backend = 'gnome_libsecret'
  expect(await desktop.strength()).toBe('keychain')
  const after = await desktop.seal(secret)
  expect(Buffer.from(after).toString()).toContain('sealed:')
  // What the file closed is to be closed anew; what the keychain closed the headless host cannot open.
  expect(await desktop.open(before)).toEqual({ text: secret, isStale: true })
  expect(await desktop.open(after)).toEqual({ text: secret, isStale: false })
  await expect(bestSecretBox(undefined, file).open(after)).rejects.toBeInstanceOf(BoxClosed)
  await expect(desktop.open(Buffer.from('Knonsense'))).rejects.toBeInstanceOf(BoxClosed)
  await expect(desktop.open(Buffer.from('?'))).rejects.toBeInstanceOf(BoxClosed)
  computer.isAvailable = false
  expect(await desktop.strength()).toBe('file')
  expect(await systemSecretBox('win32').strength()).toBe('none')
})

test('[Y19] [Y29] a station’s keys sign and open letters, survive a better box, and go when they are forgotten', async () => {
  const desktop = bestSecretBox(systemSecretBox('linux'), fileSecretBox(folder))
  const keys = stationKeyFiles(folder, desktop)
  const { publicKey, boxKey } = await keys.create('one')
  expect(await keys.create('one')).toEqual({ publicKey, boxKey })
  const letter = sealTo(boxKey, secret, 'about')
  const onDisk = () => readFileSync(join(folder, 'one.key'), 'utf8')
  expect(Buffer.from(onDisk(), 'base64').toString('latin1')).not.toContain('PRIVATE KEY')
  expect(Buffer.from(onDisk(), 'base64')[0]).toBe('F'.charCodeAt(0))
  computer.backend = 'gnome_libsecret'
  const key = await keys.open('one')
  expect(Buffer.from(onDisk(), 'base64')[0]).toBe('K'.charCodeAt(0))
  expect((await keys.open('one')).publicKey).toBe(publicKey)
  expect(key.open(letter, 'about')).toBe(secret)
  expect([key.open(letter, 'something else'), key.open('AAAA', 'about')]).toEqual([undefined, undefined])
  const signature = key.sign('text')
  expect(isSignedBy(publicKey, 'text', signature)).toBe(true)
  expect([isSignedBy(publicKey, 'other', signature), isSignedBy(boxKey, 'text', signature)]).toEqual([false, false])
  const other = await keys.create('other')
  expect((await keys.open('other')).open(letter, 'about')).toBeUndefined()
  expect(other.publicKey).not.toBe(publicKey)
  keys.forget('one')
  expect(keys.has('one')).toBe(false)
  expect(readdirSync(folder).sort()).toEqual(['box.key', 'other.key'])
  await expect(keys.open('one')).rejects.toThrow()
})

test('[Y29] a letter tells nothing by its length, and no two are alike', async () => {
  const { boxKey } = await stationKeyFiles(folder, fileSecretBox(folder)).create('one')
  const letters = ['{"value":null}', '{"value":"1379"}', `{"value":"${'x'.repeat(200)}"}`].map((text) =>
    sealTo(boxKey, text, ''),
  )
  expect(new Set(letters.map((each) => each.length)).size).toBe(1)
  expect(sealTo(boxKey, secret, '')).not.toBe(sealTo(boxKey, secret, ''))
})

test('[Y28] a proof holds under its own code alone and for what it says alone', async () => {
  const key = await pairingKeyOf('ABCD2345', 'EFGH6789')
  const proof = proofUnder(key, ['joining', 'one'])
  expect(isProof(key, ['joining', 'one'], proof)).toBe(true)
  expect(isProof(key, ['joining', 'two'], proof)).toBe(false)
  expect(isProof(await pairingKeyOf('ABCD2345', 'EFGH678A'), ['joining', 'one'], proof)).toBe(false)
  expect(isProof(await pairingKeyOf('ABCD2346', 'EFGH6789'), ['joining', 'one'], proof)).toBe(false)
  expect(isProof(key, ['joining', 'one'], 'short')).toBe(false)
})

test('[Y29] what is kept now is later than what stands, also where the clock has been set back', () => {
  const first = nextSecretStamp(undefined, 1_800_000_000_000, 'B')
  const second = nextSecretStamp(first, 1_700_000_000_000, 'A')
  expect(second > first).toBe(true)
  expect(second).toMatch(/^[0-9a-f]{16}A$/)
})
