import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileName, folderStatus, sendToFolder } from '#main/printing/drivers/folder-sender.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'counterproof-folder-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const now = () => 7
const bytes = new TextEncoder().encode('%PDF-1.7 one')

describe('a folder as a printer', () => {
  it('[P1] hands a whole file over under the name of its paper, and leaves nothing half behind', async () => {
    const outcome = await sendToFolder(folder, 'Orderbevestiging 26-A04831', bytes, now)
    const path = join(folder, 'Orderbevestiging 26-A04831.pdf')
    expect(outcome).toEqual({
      state: 'handed_over',
      reason: null,
      bytesSent: 12,
      bytesTotal: 12,
      firstByteAt: 7,
      reference: path,
      detail: null,
    })
    expect(await readdir(folder)).toEqual(['Orderbevestiging 26-A04831.pdf'])
    expect(new Uint8Array(await readFile(path))).toEqual(bytes)
  })

  it('[P3] never writes over another paper of the same name, and the same paper again is the same file', async () => {
    const other = new TextEncoder().encode('%PDF-1.7 two')
    await sendToFolder(folder, 'slip', bytes, now)
    await sendToFolder(folder, 'slip', other, now)
    const again = await sendToFolder(folder, 'slip', bytes, now)
    expect((await readdir(folder)).sort()).toEqual(['slip (2).pdf', 'slip.pdf'])
    expect(again.reference).toBe(join(folder, 'slip.pdf'))
  })

  it.each([
    ['../../etc/passwd', '-..-etc-passwd'],
    ['..\\x', '-x'],
    ['a/b:c*?"<>|\u0000\n', 'a-b-c------'],
    ['   ...  ', 'paper'],
    ['NUL', 'paper NUL'],
    ['Zażółć – 26-A04831', 'Zażółć – 26-A04831'],
  ])('[P24] a title of %j stays in the folder as %j', (title, name) => {
    expect(fileName(title)).toBe(name)
  })

  it('[P2] knows that nothing was written where there is no folder', async () => {
    const gone = join(folder, 'gone')
    expect(await sendToFolder(gone, 'slip', bytes, now)).toMatchObject({
      state: 'failed_before_send',
      reason: 'folderMissing',
      bytesSent: 0,
      firstByteAt: null,
    })
    expect([(await folderStatus(gone)).reason, (await folderStatus(folder)).state]).toEqual(['folderMissing', 'ready'])
  })
})
