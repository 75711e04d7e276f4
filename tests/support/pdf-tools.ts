import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PNG } from 'pngjs'
import type { TestContext } from 'vitest'
import { requireTool } from './machine.ts'

const run = promisify(execFile)
type Skip = Pick<TestContext, 'skip'>

async function withFile<T>(file: Uint8Array, work: (path: string, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'counterproof-pdf-'))
  try {
    const path = join(folder, 'paper.pdf')
    await writeFile(path, file)
    return await work(path, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Text as people would copy it, in its place on the page. */
export function pdfText(context: Skip, file: Uint8Array): Promise<string> {
  const tool = requireTool(context, 'pdftotext')
  return withFile(file, async (path) => (await run(tool, ['-layout', '-enc', 'UTF-8', path, '-'])).stdout)
}

/** Pages as another program draws them, as PNGs. */
export function pdfPictures(context: Skip, file: Uint8Array, dpi = 100): Promise<Buffer[]> {
  const tool = requireTool(context, 'pdftoppm')
  return withFile(file, async (path, folder) => {
    const { stderr } = await run(tool, ['-png', '-r', String(dpi), path, join(folder, 'page')])
    if (stderr !== '') throw new Error(stderr)
    const pages = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort()
    return Promise.all(pages.map((name) => readFile(join(folder, name))))
  })
}

export interface PdfFont {
  readonly name: string
  readonly isEmbedded: boolean
  readonly isSubset: boolean
}

export function pdfFonts(context: Skip, file: Uint8Array): Promise<PdfFont[]> {
  const tool = requireTool(context, 'pdffonts')
  return withFile(file, async (path) => {
    const { stdout } = await run(tool, [path])
    const rows = stdout.trim().split('\n').slice(2)
    return rows.map((row) => {
      const match = /^(\S+).*\s(yes|no)\s+(yes|no)\s+(?:yes|no)\s+\d+\s+\d+$/u.exec(row)
      return { name: match?.[1] ?? row, isEmbedded: match?.[2] === 'yes', isSubset: match?.[3] === 'yes' }
    })
  })
}

/** Throws with qpdf's words when the file is not sound. */
export function checkPdf(context: Skip, file: Uint8Array): Promise<void> {
  const tool = requireTool(context, 'qpdf')
  return withFile(file, async (path) => {
    await run(tool, ['--check', path])
  })
}

/** How many pixels differ, by any amount, between two pictures of one size. */
export function differingPixels(a: Buffer, b: Buffer): number {
  const [first, second] = [PNG.sync.read(a), PNG.sync.read(b)]
  if (first.width !== second.width || first.height !== second.height) throw new Error('pictures of different sizes')
  let count = 0
  for (let at = 0; at < first.data.length; at += 4) {
    if (first.data[at] !== second.data[at] || first.data[at + 1] !== second.data[at + 1]) count += 1
  }
  return count
}

/** Dark pixels of a picture: a page whose letters vanished has too few. */
export function inkOf(png: Uint8Array): number {
  const picture = PNG.sync.read(Buffer.from(png))
  let count = 0
  for (let at = 0; at < picture.data.length; at += 4) if ((picture.data[at] ?? 255) < 128) count += 1
  return count
}
