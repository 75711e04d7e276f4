import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A folder of data that an installed package brings (fonts, character maps), with the ending separator readers expect. */
export function packageFolder(packageName: string, folder: string): string {
  return join(dirname(fileURLToPath(import.meta.resolve(`${packageName}/package.json`))), folder) + sep
}
