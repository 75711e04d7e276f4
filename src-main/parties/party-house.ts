import { may, type Viewer } from '#main/platform/bus/viewer.ts'
import type { Company } from '#main/settings/index.ts'
import { isLanguage } from '#shared/kernel/language.ts'
import type { PartyHouse } from '#shared/parties/party-form.ts'

/** What the shop itself says where a party says nothing, and what the person may do. */
export function partyHouse(company: Company, viewer: Viewer): PartyHouse {
  return {
    country: company.country,
    language: isLanguage(company.language) ? company.language : 'en',
    mayGiveAll: may(viewer, 'discount.full'),
  }
}
