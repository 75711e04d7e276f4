import type { ReceivedLetter } from '#shared/sync/members.ts'
import type { MemoryStore } from '../sync/memory-store.ts'
import type { AccountStore, NewStation, StationPlace } from './account-store.ts'

interface KeptMember {
  boxKey: string
  invitedBy: string | null
  proof: string | null
  welcome: string | null
  roster: string | null
  rosterSignature: string | null
  instance: string | null
  place: StationPlace
}

type MemberStore = Pick<AccountStore, 'enter' | 'members' | 'putRoster' | 'putLetters' | 'letters'>

const nowhere: StationPlace = { readTo: 0, waiting: 0 }

/** What stations tell and leave each other, beside the store in memory. */
export function memoryMembers(store: MemoryStore) {
  const kept = new Map<string, KeptMember>()
  const letters = new Map<string, ReceivedLetter & { readonly org: string }>()
  const memberOf = (org: string, id: string): KeptMember | undefined => kept.get(`${org} ${id}`)
  const lettersIn = (org: string) => [...letters.values()].filter((each) => each.org === org)

  const memberStore: MemberStore = {
    enter: async (org, id, { now, next }) => {
      const member = memberOf(org, id)
      if (member === undefined) return true
      if (member.instance !== null && member.instance !== now && member.instance !== next) return false
      member.instance = next
      return true
    },
    members: async (org) => ({
      members: store.stationsOf(org).flatMap(({ id, code, name, publicKey, revokedAt }) => {
        const member = memberOf(org, id)
        if (member === undefined) return []
        const { instance: _, place: __, ...said } = member
        return [{ id, code, name, publicKey, revokedAt, ...said }]
      }),
      held: lettersIn(org).map(({ to, name, stamp, from }) => ({ station: to, name, stamp, from })),
    }),
    putRoster: async (org, id, roster, welcomes) => {
      const member = memberOf(org, id)
      if (member === undefined) return
      member.roster = roster.text
      member.rosterSignature = roster.signature
      for (const { station, proof } of welcomes) {
        const newcomer = memberOf(org, station)
        if (newcomer?.invitedBy === id) newcomer.welcome = proof
      }
      store.membersChanged(org)
    },
    putLetters: async (org, from, given) => {
      for (const letter of given) {
        const station = store.stationsOf(org).find((each) => each.id === letter.to)
        const key = `${org} ${letter.to} ${letter.name}`
        if (station === undefined || station.revokedAt !== null || (letters.get(key)?.stamp ?? '') > letter.stamp)
          continue
        letters.set(key, { ...letter, from, org })
      }
      store.membersChanged(org)
    },
    letters: async (org, to, names) =>
      lettersIn(org)
        .filter((each) => each.to === to && each.sealed !== '' && names.includes(each.name))
        .map(({ org: _, ...letter }) => letter),
  }

  return {
    store: memberStore,
    letIn: (org: string, { id, boxKey, proof }: Omit<NewStation, 'appVersion'>, invitedBy: string | null): void => {
      const blank = { welcome: null, roster: null, rosterSignature: null, instance: null, place: nowhere }
      kept.set(`${org} ${id}`, { ...blank, boxKey, invitedBy, proof: proof ?? null })
      store.membersChanged(org)
    },
    shutOut: (org: string, id: string): void => {
      for (const [key, letter] of letters)
        if (letter.org === org && letter.to === id) letters.set(key, { ...letter, sealed: '' })
      store.membersChanged(org)
    },
    placeOf: (org: string, id: string): StationPlace => memberOf(org, id)?.place ?? nowhere,
    place: (org: string, id: string, place: StationPlace): void => {
      const member = memberOf(org, id)
      if (member !== undefined) member.place = place
    },
  }
}
