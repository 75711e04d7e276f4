import type { Services } from '#main/platform/bus/module.ts'
import { may, type Viewer } from '#main/platform/bus/viewer.ts'
import { instantOf } from '#main/platform/clock/clock.ts'
import { BoxClosed, type SecretBox } from '#main/platform/secrets/secret-box.ts'
import { nextSecretStamp, type SecretSource } from '#main/platform/secrets/secret-source.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'

const prefix = 'company'

interface SecretRow {
  readonly stamp: string
  readonly sealed: Buffer | null
}

/** What the company keeps (a mail password, a carrier's key): here closed by this computer's box, elsewhere by each other's. */
export interface CompanySecrets extends SecretSource {
  /** Null takes it away, at every station. */
  keep(key: string, value: string | null): Promise<void>
}

export function companySecrets(services: Services, box: () => SecretBox): CompanySecrets {
  const { local, clock, station, secretsChanged, announceLocal } = services
  const find = local.read<SecretRow>('select stamp, sealed from company_secrets where name = ?')
  const all = local.read<{ name: string; stamp: string }>('select name, stamp from company_secrets')
  const write = local.write(
    `insert into company_secrets (name, stamp, sealed, kept_at) values (?, ?, ?, ?)
     on conflict do update set stamp = excluded.stamp, sealed = excluded.sealed, kept_at = excluded.kept_at
     where excluded.stamp > stamp`,
  )
  const forget = local.write('delete from company_secrets where name = ?')
  const closed = async (value: string | null): Promise<Buffer | null> =>
    value === null ? null : Buffer.from(await box().seal(value))

  return {
    prefix,
    stamps: () => new Map(all.all().map(({ name, stamp }) => [name, stamp])),
    read: async (name) => {
      const row = find.get(name)
      if (row === undefined) return undefined
      if (row.sealed === null) return { name, stamp: row.stamp, value: null }
      try {
        return { name, stamp: row.stamp, value: (await box().open(row.sealed)).text }
      } catch (problem) {
        if (!(problem instanceof BoxClosed)) throw problem
        // Closed on another computer or by another person: the other stations have it still.
        forget.run(name)
        secretsChanged()
        return undefined
      }
    },
    take: async ({ name, stamp, value }) => {
      const sealed = await closed(value)
      write.run(name, stamp, sealed, instantOf(clock))
      announceLocal('secret')
    },
    keep: async (key, value) => {
      const name = `${prefix}/${key}`
      const sealed = await closed(value)
      const stamp = nextSecretStamp(find.get(name)?.stamp, clock.now(), station.code)
      write.run(name, stamp, sealed, instantOf(clock))
      announceLocal('secret')
      secretsChanged()
    },
  }
}

/**
 * A secret of the company for whoever carries something out with it (a connector, in the name of a person). It goes to no
 * screen and no script: there is no procedure that answers with one.
 */
export async function readCompanySecret(
  { secretSources }: Pick<Services, 'secretSources'>,
  viewer: Viewer,
  key: string,
): Promise<Result<string>> {
  if (!may(viewer, 'secret.use')) return refused('permission.missing', { permission: 'secret.use' })
  const source = secretSources.find((each) => each.prefix === prefix)
  const value = (await source?.read(`${prefix}/${key}`))?.value
  return typeof value === 'string' ? accepted(value) : refused('secret.notHere', { name: key })
}
