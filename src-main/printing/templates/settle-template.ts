import type { Services } from '#main/platform/bus/module.ts'
import { accepted, type FieldProblem, type Result, refused } from '#shared/kernel/result.ts'
import type { TemplateDesign } from '#shared/printing/templates/design-schema.ts'
import { designProblems, ownPictures } from '#shared/printing/templates/template-rules.ts'
import type { PaperSource } from '../paper-source.ts'
import { pictureProblem } from './picture-problem.ts'

/** A design that its kind of paper can carry, with pictures that are here and print (PR41, PR43). */
export function settleTemplate(
  sources: readonly PaperSource[],
  files: Pick<Services['files'], 'get'>,
): (kind: string, design: TemplateDesign) => Result<TemplateDesign> {
  return (kind, design) => {
    const shape = sources.find((source) => source.kind === kind)?.template?.shape
    if (shape === undefined) return refused('paper.unknown', { kind })
    const pictures = ownPictures(design).flatMap(({ field, hash }): FieldProblem[] => {
      const bytes = files.get(hash)
      const code = bytes === undefined ? 'template.pictureMissing' : pictureProblem(bytes)
      return code === null ? [] : [{ field, code }]
    })
    const problems = [...designProblems(design, shape), ...pictures]
    return problems.length === 0 ? accepted(design) : refused('printTemplate.invalid', { kind }, problems)
  }
}
