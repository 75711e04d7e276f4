import type { FeatureModule } from '#main/platform/bus/module.ts'
import { sealFile } from '#main/platform/files/seal-file.ts'
import { drawPreview } from './chores/draw-preview.ts'
import { archiveFile } from './commands/archive-file.ts'
import { registerFile } from './commands/register-file.ts'
import { filePorter } from './file-porter.ts'
import { forgetOldUploads } from './forget-old-uploads.ts'
import { finishFile } from './locals/finish-file.ts'
import { previewFile } from './locals/preview-file.ts'
import { appendToFile, beginFile, discardFile, resumeFile } from './locals/receive-file.ts'
import { wantFile } from './locals/want-file.ts'
import { fileProjection } from './projection.ts'
import { findFiles } from './queries/find-files.ts'
import { filePlaceQuery, getFile } from './queries/get-file.ts'

export const filesModule: FeatureModule = {
  name: 'files',
  projections: [fileProjection],
  commands: [registerFile, archiveFile],
  queries: [getFile, findFiles, filePlaceQuery],
  locals: [beginFile, resumeFile, appendToFile, finishFile, discardFile, previewFile, wantFile],
  localTables: ['file_uploads', 'file_previews', 'file_travels'],
  chores: {
    'files.seal': ({ path }: { readonly path: string }) => sealFile(path),
    'files.preview': drawPreview,
  },
  start: (services) => {
    forgetOldUploads(services)
    const porter = filePorter(services)
    return () => porter.stop()
  },
}
