/** Where a stored file is read from: the headless host and the desktop window both answer for it (W: Files). */
export function fileUrl(hash: string | null | undefined): string | null {
  return hash === null || hash === undefined ? null : `/files/${hash}`
}
