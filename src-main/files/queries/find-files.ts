import { defineQuery } from '#main/platform/bus/module.ts'
import { filesContract } from '#shared/files/contract.ts'
import { fileEntity } from '#shared/files/replication.ts'
import { readShortCode } from '#shared/files/short-code.ts'
import { accepted } from '#shared/kernel/result.ts'
import { fileShower } from '../shown-file.ts'

const most = 50

export const filesOfHashSql = 'select id from files where hash = ? order by id desc limit ?'
export const filesOfCodeSql = 'select id from files where short_code = ? order by id desc limit ?'

export const findFiles = defineQuery(filesContract['file.find'], (services) => {
  const { db } = services
  const shown = fileShower(services)
  const ofHash = db.read<{ id: string }>(filesOfHashSql)
  const ofCode = db.read<{ id: string }>(filesOfCodeSql)
  return ({ code, hash }, { read }) => {
    const shortCode = code === undefined ? null : readShortCode(code)
    const found = hash !== undefined ? ofHash.all(hash, most) : shortCode === null ? [] : ofCode.all(shortCode, most)
    return accepted(
      found.flatMap(({ id }) => {
        const record = read(fileEntity, id)
        return record === undefined ? [] : [shown(id, record)]
      }),
    )
  }
})
