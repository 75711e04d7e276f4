import type { OutputFor } from '#shared/contract.ts'

/** Hands a finished PDF to the browser under the name of its paper. */
export function savePdf({ hash, name }: OutputFor<'paper.pdf'>): void {
  const link = document.createElement('a')
  link.href = `/files/${hash}`
  link.download = name
  link.click()
}
