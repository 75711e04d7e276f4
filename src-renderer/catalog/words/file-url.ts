/** Where a stored file is read from, in the browser and in the window alike. */
export function fileUrl(hash: string | null): string | null {
  return hash === null ? null : `/files/${hash}`
}
