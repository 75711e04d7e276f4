import { beforeAll, describe, expect, it } from 'vitest'
import { drawPages } from '#main/printing/pdf/draw-pages.ts'
import { layOutPages } from '#main/printing/pdf/page-flow.ts'
import { pointsOf } from '#main/printing/pdf/page-marks.ts'
import type { PrintFonts } from '#main/printing/pdf/print-fonts.ts'
import { type Language, languages } from '#shared/kernel/language.ts'
import { readPicture } from '#tests/support/barcode-reader.ts'
import { goldenProblem } from '#tests/support/golden-picture.ts'
import { marksOutOfPlace } from '#tests/support/page-marks-check.ts'
import { openPdf } from '#tests/support/pdf-pages.ts'
import { shrunkToBitmap } from '#tests/support/pixels.ts'
import { shippedFonts } from '#tests/support/print-fonts.ts'
import { foreign, unsaid } from '#tests/support/said-on-paper.ts'
import { sampleLogo } from '#tests/support/sample-logo.ts'
import { logoHash, previewHash } from './golden-orders.ts'
import { goldenPages } from './golden-papers.ts'

let fonts: PrintFonts
const pictures = new Map([
  [logoHash, sampleLogo()],
  [previewHash, sampleLogo()],
])
beforeAll(() => {
  fonts = shippedFonts()
})

/** All papers of a language in one file, as a batch of them would leave: each is drawn once for all that is asked. */
async function fileIn(language: Language) {
  const papers = goldenPages(language)
  const drawn = await drawPages(
    papers.map(({ document }) => document),
    fonts,
    { pictures },
  )
  const pdf = await openPdf(drawn.bytes)
  const sheetsOf = (at: number) => {
    const first = drawn.firstPages[at] ?? 1
    const next = drawn.firstPages[at + 1] ?? drawn.pageCount + 1
    return Array.from({ length: next - first }, (_, index) => first + index)
  }
  return { papers, drawn, pdf, sheetsOf }
}

/** Long ones once, since forty lines look alike in both; the poor ones where they say least. */
function isLookedAt(name: string, language: Language): boolean {
  if (name.endsWith('-long')) return language === 'pl' && !name.startsWith('job-ticket')
  return !name.endsWith('-bare') || language === 'fr'
}

describe.each(languages)('sheets in %s', (language) => {
  it('[PR80][PR81][PR82][PR83] say all their words in place, look as they did when somebody looked, and scan', async () => {
    const { papers, drawn, pdf, sheetsOf } = await fileIn(language)
    const problems: string[] = drawn.warnings.map(
      ({ document, warning }) => `${papers[document]?.name} warns: ${JSON.stringify(warning)}`,
    )
    for (const [at, paper] of papers.entries()) {
      const read = (await Promise.all(sheetsOf(at).map((page) => pdf.text(page)))).flat()
      const margins = { left: pointsOf(paper.document.margins.left), right: pointsOf(paper.document.margins.right) }
      const laid = layOutPages(paper.document, fonts, pictures).pages
      const found = [
        // What has nothing to say is asked for its words all the same, and leaves them out.
        ...(paper.name.endsWith('-bare') ? [] : unsaid({ ...paper, read })).map((each) => `lacks ${each}`),
        ...foreign({ ...paper, read }).map((each) => `says ${each}`),
        ...laid.flatMap((page) => marksOutOfPlace(page, margins, fonts)),
      ]
      if ((language === 'pl' || language === 'fr') && isLookedAt(paper.name, language)) {
        const codes: string[] = []
        for (const [index, page] of sheetsOf(at).entries()) {
          // Fine enough for a scanner; half of it is fine enough for eyes.
          const pixels = await pdf.pixels(page, 144)
          const name = `${paper.name}-a4-${language}${index === 0 ? '' : `-${index + 1}`}`
          const problem = goldenProblem(name, shrunkToBitmap(pixels, 2, 170))
          if (problem !== null) found.push(problem)
          if (paper.codes.length > 0) codes.push(...(await readPicture(pixels)).map(({ text }) => text))
        }
        if (codes.join() !== paper.codes.join()) found.push(`scans as ${JSON.stringify(codes)}`)
      }
      problems.push(...found.map((each) => `${paper.name}: ${each}`))
    }
    await pdf.close()
    expect(problems).toEqual([])
  })
})
