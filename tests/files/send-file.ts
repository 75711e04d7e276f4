import type { InputFor, OutputFor } from '#shared/contract.ts'
import type { TestApp } from '#tests/support/create-test-app.ts'

/** Uploads bytes in pieces, as a screen does. */
export async function sendFile(
  app: TestApp,
  name: string,
  bytes: Uint8Array,
  words: Partial<InputFor<'file.begin'>> = {},
): Promise<OutputFor<'file.finish'>> {
  const { uploadId, pieceLimit } = await app.local('file.begin', { name, size: bytes.length, ...words })
  await sendPieces(app, uploadId, bytes, 0, pieceLimit)
  return app.local('file.finish', { uploadId })
}

export async function sendPieces(app: TestApp, uploadId: string, bytes: Uint8Array, from: number, pieceLimit: number) {
  for (let offset = from; offset < bytes.length; offset += pieceLimit)
    await app.local('file.append', { uploadId, offset, data: base64(bytes.subarray(offset, offset + pieceLimit)) })
}

export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
