import { defineLocal } from '#main/platform/bus/module.ts'
import { filesContract } from '#shared/files/contract.ts'
import { readFileName } from '#shared/files/file-name.ts'
import { largestFile, largestPiece } from '#shared/files/file-record.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { ownerOf, uploadsOf } from '../uploads.ts'

/** What stays free on the disk: the database must never be the one that finds it full (reliability 97). */
const keptFree = 512 * 1024 ** 2

export const beginFile = defineLocal(filesContract['file.begin'], (services) => {
  const uploads = uploadsOf(services)
  return ({ name, size, kind, replaces }, { viewer, now }) => {
    if (size === 0) return refused('file.empty', { name: readFileName(name) })
    if (size > largestFile)
      return refused('file.tooLarge', { name: readFileName(name), limitGigabytes: largestFile / 1024 ** 3 })
    if (size > services.files.room() - keptFree) return refused('file.noRoom', { name: readFileName(name) })
    const id = services.newId()
    uploads.add({ id, name: readFileName(name), size, kind, replaces, owner: ownerOf(viewer) }, now)
    return accepted({ uploadId: id, received: 0, pieceLimit: largestPiece })
  }
})

export const resumeFile = defineLocal(filesContract['file.resume'], (services) => {
  const uploads = uploadsOf(services)
  return ({ uploadId }, { viewer }) => {
    const upload = uploads.find(uploadId, viewer)
    if (upload === undefined) return refused('notFound.fileUpload', { id: uploadId })
    const received = upload.hash === null ? services.files.receive(uploadId).size : upload.size
    return accepted({ uploadId, received, pieceLimit: largestPiece, size: upload.size, name: upload.name })
  }
})

export const appendToFile = defineLocal(filesContract['file.append'], (services) => {
  const uploads = uploadsOf(services)
  return ({ uploadId, offset, data }, { viewer }) => {
    const upload = uploads.find(uploadId, viewer)
    if (upload === undefined) return refused('notFound.fileUpload', { id: uploadId })
    if (data.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(data)) return refused('file.pieceMalformed')
    const bytes = Buffer.from(data, 'base64')
    if (bytes.length > largestPiece) return refused('file.pieceTooLarge', { limit: largestPiece })
    if (offset + bytes.length > upload.size) return refused('file.longerThanSaid', { size: upload.size })
    const incoming = services.files.receive(uploadId)
    const received = upload.hash === null ? incoming.size : upload.size
    // Asked again because the answer was lost: the piece is here already.
    if (offset + bytes.length <= received) return accepted({ received })
    if (!incoming.append(offset, bytes)) return refused('file.gap', { expected: received })
    return accepted({ received: offset + bytes.length })
  }
})

export const discardFile = defineLocal(filesContract['file.discard'], (services) => {
  const uploads = uploadsOf(services)
  return ({ uploadId }, { viewer }) => {
    if (uploads.find(uploadId, viewer) === undefined) return accepted(null)
    services.files.receive(uploadId).discard()
    uploads.remove(uploadId)
    return accepted(null)
  }
})
