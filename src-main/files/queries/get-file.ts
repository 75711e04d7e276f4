import { defineQuery } from '#main/platform/bus/module.ts'
import { filesContract } from '#shared/files/contract.ts'
import { fileEntity } from '#shared/files/replication.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { placeReader } from '../file-places.ts'
import { fileShower } from '../shown-file.ts'

export const getFile = defineQuery(filesContract['file.get'], (services) => {
  const shown = fileShower(services)
  return ({ id }, { read }) => {
    const record = read(fileEntity, id)
    return record === undefined ? refused('notFound.file', { id }) : accepted(shown(id, record))
  }
})

export const filePlaceQuery = defineQuery(filesContract['file.place'], (services) => {
  const placeOf = placeReader(services)
  return ({ hash }) => accepted(placeOf(hash))
})
