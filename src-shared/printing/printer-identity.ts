import type { PrinterIdentity } from './print-outcome.ts'
import type { PrinterProfile } from './printer-profile.ts'

/** P19: keeps who answers at an address for the first time; null where there is nothing new to keep. */
export function withIdentity(profile: PrinterProfile, identity: PrinterIdentity | undefined): PrinterProfile | null {
  if (profile.language !== 'pdf' || profile.transport.by !== 'ipp' || identity === undefined) return null
  if (profile.transport.identity !== null || (identity.uuid === null && identity.certificate === null)) return null
  return { ...profile, transport: { ...profile.transport, identity: { ...identity } } }
}

/** PR89: the same of a queue, whose name says nothing of the device it leads to. */
export function withBehind(profile: PrinterProfile, behind: string | undefined): PrinterProfile | null {
  const { transport } = profile
  if ((transport.by !== 'cups' && transport.by !== 'windows') || behind === undefined) return null
  return transport.behind === undefined ? { ...profile, transport: { ...transport, behind } } : null
}

/** A person says that what stands there now is this printer: whoever answers next is kept as at the first contact. */
export function withoutIdentity(profile: PrinterProfile): PrinterProfile {
  if (profile.language === 'pdf' && profile.transport.by === 'ipp') {
    return { ...profile, transport: { ...profile.transport, identity: null } }
  }
  const { transport } = profile
  if (transport.by !== 'cups' && transport.by !== 'windows') return profile
  const { behind: _, ...queue } = transport
  return { ...profile, transport: queue }
}

/** PR89: another device than the one known. A spooler that does not say any more what is there is not believed either. */
export function isOtherBehind(known: string | undefined, now: string | null): boolean {
  return known !== undefined && known !== now
}
