import type { FileVault } from '../files/file-vault.ts'
import { folderVault } from '../files/folder-vault.ts'
import { s3Vault } from '../files/s3-vault.ts'

/** An S3-compatible store where the environment names one, else a folder. */
export function fileVaultOf(folder: string, environment: Readonly<Record<string, string | undefined>>): FileVault {
  const { FILES_S3_ENDPOINT: endpoint } = environment
  if (endpoint === undefined || endpoint === '') return folderVault(folder)
  const need = (name: string): string => {
    const value = environment[name]
    if (value === undefined || value === '') throw new Error(`FILES_S3_ENDPOINT is given, and ${name} is not.`)
    return value
  }
  return s3Vault({
    endpoint,
    bucket: need('FILES_S3_BUCKET'),
    region: environment.FILES_S3_REGION ?? 'us-east-1',
    accessKey: need('FILES_S3_ACCESS_KEY'),
    secretKey: need('FILES_S3_SECRET_KEY'),
    now: Date.now,
  })
}
