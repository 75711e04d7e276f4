import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'vitest'
import { missing } from '#tests/support/machine.ts'

/** A disk in memory that can be filled to the last byte. */
export interface SmallDisk {
  readonly folder: string
  /** Leaves so many bytes, or fewer. */
  fill(leave: number): void
  makeRoom(): void
  close(): void
}

export function smallDisk(context: Pick<TestContext, 'skip'>, megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'counterproof-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' })
  } catch {
    rmSync(folder, { recursive: true, force: true })
    return missing(context, 'a small disk cannot be mounted here: that takes an administrator of Linux')
  }
  const ballast = join(folder, 'ballast')
  const spare = join(folder, 'spare')
  const grow = (path: string, most: number): void => {
    const file = openSync(path, 'a')
    try {
      for (let written = 0; written < most; ) written += writeSync(file, Buffer.alloc(Math.min(4096, most - written)))
    } catch (problem) {
      if (!(problem instanceof Error && 'code' in problem && problem.code === 'ENOSPC')) throw problem
    } finally {
      closeSync(file)
    }
  }
  return {
    folder,
    fill: (leave) => {
      grow(spare, leave)
      grow(ballast, Number.POSITIVE_INFINITY)
      rmSync(spare, { force: true })
    },
    makeRoom: () => rmSync(ballast, { force: true }),
    close: () => {
      execFileSync('umount', [folder], { stdio: 'pipe' })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
