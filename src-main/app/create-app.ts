import { join } from 'node:path'
import type { DemoHost } from '#main/demo-shop/module.ts'
import { notAuthorised } from '#main/platform/bus/authorise.ts'
import { CommandBus } from '#main/platform/bus/command-bus.ts'
import { localDb } from '#main/platform/bus/local-db.ts'
import type { FeatureModule, LocalDefinition, Services } from '#main/platform/bus/module.ts'
import { parseInput } from '#main/platform/bus/parse-input.ts'
import { QueryBus } from '#main/platform/bus/query-bus.ts'
import { may, type Viewer } from '#main/platform/bus/viewer.ts'
import { foldAsDeclared } from '#main/platform/changes/fold-mark.ts'
import { rebuildFromLog } from '#main/platform/changes/rebuild.ts'
import { Replica } from '#main/platform/changes/replica.ts'
import { Store } from '#main/platform/changes/store.ts'
import { type Clock, instantOf } from '#main/platform/clock/clock.ts'
import { refusalOfDisk } from '#main/platform/database/disk-problem.ts'
import { ErrandRunner } from '#main/platform/errands/errand-runner.ts'
import { fileHashPattern, openFileStore } from '#main/platform/files/file-store.ts'
import { mediaTypeHead, mediaTypeOf } from '#main/platform/files/media-type.ts'
import type { Log } from '#main/platform/log/log.ts'
import type { SecretSource } from '#main/platform/secrets/secret-source.ts'
import type { Translate } from '#main/platform/translate/translate.ts'
import type { Chores } from '#main/platform/workers/chores.ts'
import { companyReader, houseRules } from '#main/settings/module.ts'
import { createSessions, type Sessions } from '#main/users/module.ts'
import type { Announcement, ClientFrame, Reply } from '#shared/kernel/contract.ts'
import { productModules } from './modules.ts'
import { type JoinedStation, openStation, type Station } from './station.ts'
import { startUpkeep, type Upkeep, type UpkeepTimes } from './upkeep.ts'

/** Everything the core takes from outside; two apps with different ports live in one process. */
export interface AppPorts {
  readonly dataFolder: string
  readonly clock: Clock
  readonly newId: () => string
  readonly randomBytes: (count: number) => Uint8Array
  readonly owner: { readonly pid: number; readonly host: string }
  readonly version: string
  /** What an empty folder becomes a station of. */
  readonly joins?: JoinedStation
  readonly chores: Chores
  readonly translate: Translate
  readonly log: Log
  /** The program goes on and only this folder was opened anew: who has reached it stays. */
  readonly goesOn?: boolean
  /** How soon the database is tidied and checked; tests hurry it. */
  readonly upkeep?: UpkeepTimes
  /** Long reads in a thread of their own; where there is none they run here. */
  readonly reader?: (frame: ClientFrame, viewer: Viewer, context: { now: string; today: string }) => Promise<Reply>
}

export interface App {
  readonly station: Station
  readonly store: Store
  /** This station's end of the sync. */
  readonly replica: Replica
  readonly upkeep: Upkeep
  readonly sessions: Sessions
  readonly services: Services
  /** Takes one frame of a session to its reply. Never throws: a bug is a fault with a reference. */
  handle(token: string, frame: ClientFrame): Promise<Reply>
  /** What filling a demo shop or a benchmark needs of the core. */
  demoHost(): DemoHost
  onAnnouncement(listen: (announcement: Announcement) => void): () => void
  isSetUp(): boolean
  /** Id of the first administrator, for a demo shop's own sessions. */
  firstAdministrator(): string | undefined
  /** Where a stored file lies, for a session that may see files. */
  locateFile(token: string, hash: string): { path: string; mediaType: string; size: number } | null
  rebuild(): void
  close(): Promise<void>
}

/** Composes the core over one data folder. */
export function createApp(ports: AppPorts, modules: readonly FeatureModule[] = productModules): App {
  const station = openStation(ports.dataFolder, ports)
  const { db } = station
  const store = new Store(
    db,
    station.log,
    modules.flatMap((module) => module.projections ?? []),
    station.identity,
    modules.flatMap((module) => module.findingRules ?? []),
  )
  const replica = new Replica(db, store, station.log, station.identity)
  const foldedAnew = foldAsDeclared(db, store, replica.bootstrap, () => replica.check.mend())
  if (foldedAnew.length > 0) ports.log.info('documents.foldedAnew', { kinds: foldedAnew })
  const writers = new Set<() => void>()
  const secretKeepers = new Set<() => void>()
  const secretSources: SecretSource[] = []
  const listeners = new Set<(announcement: Announcement) => void>()
  const announce = (announcement: Announcement): void => {
    if (Object.keys(announcement.entities).length === 0 && announcement.local.length === 0) return
    for (const listen of listeners) listen(announcement)
  }
  const localTables = new Set(['station_facts', 'errands', ...modules.flatMap((module) => module.localTables ?? [])])
  const entities = new Map(store.entities.map((entity) => [entity.name, entity]))
  const services: Services = {
    db,
    local: localDb(db, localTables),
    clock: ports.clock,
    newId: ports.newId,
    randomBytes: ports.randomBytes,
    station: station.identity,
    org: station.org,
    files: openFileStore(join(station.folder, 'files')),
    chores: ports.chores,
    log: ports.log,
    translate: ports.translate,
    dataFolder: station.folder,
    replica,
    onWritten: (listen) => {
      writers.add(listen)
      return () => writers.delete(listen)
    },
    secretSources,
    secretsChanged: () => {
      for (const listen of secretKeepers) listen()
    },
    onSecretsChanged: (listen) => {
      secretKeepers.add(listen)
      return () => secretKeepers.delete(listen)
    },
    announceReceived: (entities) => announce({ entities, local: [] }),
    read: (entity, id) => {
      const document = store.read(entity, id)
      store.forget()
      return document
    },
    entityOf: (name) => entities.get(name),
    announceLocal: (...what) => announce({ entities: {}, local: what }),
    runCommand: async (name, input, commandId, as) => {
      const viewer: Viewer = {
        sessionId: commandId,
        userId: as.userId,
        name: '',
        role: as.role,
        grants: new Set(['*']),
        scope: 'all',
        language: 'en',
      }
      const answer = await bus.run(name, input, commandId, viewer)
      announce({ entities: answer.touched, local: answer.local })
      return answer.result
    },
  }
  for (const module of modules) if (module.secrets !== undefined) secretSources.push(module.secrets(services))
  const rules = houseRules(db)
  const company = companyReader(db)
  const isSetUp = (): boolean => company() !== undefined
  const sessions = createSessions(services, isSetUp, () => company()?.language ?? 'en', ports.goesOn ?? false)
  const errands = new ErrandRunner(modules, services)
  const upkeep = startUpkeep(
    db,
    station.databasePath,
    station.identity.id,
    ports.chores,
    ports.log,
    () => instantOf(ports.clock),
    ports.upkeep,
  )
  const bus = new CommandBus({
    db,
    store,
    log: station.log,
    services,
    rules,
    org: station.org,
    modules,
    afterCommit: () => {
      station.mark.advance(station.log.head)
      upkeep.written()
      errands.wake()
      for (const listen of writers) listen()
    },
  })
  const queryContext = (): { now: string; today: string } => {
    const now = instantOf(ports.clock)
    return { now, today: rules.businessDay(now) }
  }
  const queries = new QueryBus(modules, services, 'core')
  const longQueries = new QueryBus(modules, services, 'reader')
  const locals = new Map<
    string,
    { readonly definition: LocalDefinition; readonly act: ReturnType<LocalDefinition['compose']> }
  >()
  for (const module of modules)
    for (const definition of module.locals ?? [])
      locals.set(definition.procedure.name, { definition, act: definition.compose(services) })

  const answer = async (viewer: Viewer, frame: ClientFrame): Promise<Reply> => {
    if (frame.do === 'command') {
      const { result, replayed, touched, local } = await bus.run(frame.name, frame.input, frame.commandId, viewer)
      announce({ entities: touched, local })
      if (!result.ok) return { ok: false, refusal: result.refusal }
      return { ok: true, result: result.value, ...(replayed ? { replayed: true as const } : {}) }
    }
    const context = queryContext()
    if (frame.do === 'query') {
      if (longQueries.has(frame.name) && ports.reader !== undefined) return ports.reader(frame, viewer, context)
      const owner = longQueries.has(frame.name) ? longQueries : queries
      const read = <E extends Parameters<typeof store.read>[0]>(entity: E, id: string) => store.read(entity, id)
      try {
        const result = owner.run(frame.name, frame.input, viewer, { ...context, read })
        return result.ok ? { ok: true, result: result.value } : { ok: false, refusal: result.refusal }
      } finally {
        store.forget()
      }
    }
    const local = locals.get(frame.name)
    if (local === undefined)
      return { ok: false, refusal: { code: 'input.unknownProcedure', params: { name: frame.name } } }
    const { procedure } = local.definition
    const parsed = parseInput(procedure.input, frame.input)
    if (!parsed.ok) return { ok: false, refusal: parsed.refusal }
    const no = notAuthorised(procedure, viewer)
    if (no !== undefined) return no
    const result = await local.act(parsed.value, { ...context, viewer })
    return result.ok ? { ok: true, result: result.value } : { ok: false, refusal: result.refusal }
  }

  const administrator = db.read<{ id: string }>(
    `select id from users where role = 'administrator' and is_archived = 0 order by id limit 1`,
  )
  const stops = modules.flatMap((module) => (module.start === undefined ? [] : [module.start(services)]))
  errands.wake()
  const app: App = {
    station,
    store,
    replica,
    upkeep,
    sessions,
    services,
    isSetUp,
    firstAdministrator: () => administrator.get()?.id,
    locateFile: (token, hash) => {
      const viewer = sessions.viewerOf(token)
      const size =
        viewer !== null && may(viewer, 'file.see') && fileHashPattern.test(hash)
          ? services.files.sizeOf(hash)
          : undefined
      // Asked for and not here: it is fetched, if it is anywhere (write-path "Files").
      if (size === undefined && viewer !== null)
        void app.handle(token, { id: 0, do: 'local', name: 'file.want', input: { hash } })
      return size === undefined
        ? null
        : {
            path: services.files.pathOf(hash),
            mediaType: mediaTypeOf(services.files.head(hash, mediaTypeHead) ?? new Uint8Array()),
            size,
          }
    },
    handle: async (token, frame) => {
      try {
        const viewer = sessions.viewerOf(token)
        if (viewer === null) return { ok: false, refusal: { code: 'auth.noSession' } }
        // Screens ask by themselves; only what a person does keeps the counter from locking.
        if (frame.do !== 'query') sessions.touch(viewer.sessionId)
        return await answer(viewer, frame)
      } catch (error) {
        const refusal = refusalOfDisk(error)
        if (refusal !== undefined) {
          ports.log.problem('disk.refuses', { name: frame.name, code: refusal.code, error })
          return { ok: false, refusal }
        }
        const reference = ports.newId().slice(-12)
        ports.log.problem('frame.fault', { reference, name: frame.name, error })
        return { ok: false, fault: { reference } }
      }
    },
    demoHost: () => ({
      db,
      store,
      services,
      org: station.org,
      handle: (token, frame) => app.handle(token, frame),
      openSession: (userId) => sessions.open('run', userId),
      afterCommit: () => station.mark.advance(station.log.head),
    }),
    onAnnouncement: (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    rebuild: () => rebuildFromLog(db, store, (id) => replica.codeOf(id)),
    close: async () => {
      for (const stop of stops) await stop()
      await errands.close()
      upkeep.close()
      await ports.chores.close()
      station.close()
    },
  }
  return app
}
