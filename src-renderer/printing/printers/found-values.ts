import type { FoundPrinter } from '#shared/printing/found-printer.ts'
import { labelModels } from '#shared/printing/printer-models.ts'
import { labelModelNames, withLabelModel } from './label-values.ts'
import { type PrinterValues, withLanguage, withRoad } from './printer-values.ts'

/** The form of a printer that answered in the network: its name, its address, and what it most likely is. */
export function valuesOfFound(values: PrinterValues, found: FoundPrinter): PrinterValues {
  const language = found.language ?? values.language
  const named = { ...withLanguage(values, language), name: found.name.slice(0, 60), host: found.host, identity: null }
  if (language === 'pdf') {
    const way = found.ways.find(({ by }) => by === 'ipps') ?? found.ways.find(({ by }) => by === 'ipp')
    if (way === undefined) return named
    const path = way.path ?? named.path
    return { ...withRoad(named, 'ipp'), port: String(way.port), path, isSecure: way.by === 'ipps' }
  }
  const raw = found.ways.find(({ by }) => by === 'raw')
  const model = isWideQl(found)
    ? 'brotherQlWide'
    : labelModelNames.find((name) => labelModels[name].language === language)
  const reached = { ...withRoad(named, 'tcp'), port: String(raw?.port ?? 9100) }
  return model === undefined ? reached : { ...reached, ...withLabelModel(reached, model) }
}

/** QL-1050, 1060, 1100 and 1110 have a head of their own. */
function isWideQl({ language, model, name }: FoundPrinter): boolean {
  return language === 'brother' && /\bQL-?1\d{3}/iu.test(`${model} ${name}`)
}
