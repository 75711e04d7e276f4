/** Countries of the first users, then the rest of Europe by code; a shop elsewhere is not what the tax rules know. */
export const countryCodes: readonly string[] = [
  ...['NL', 'BE', 'FR', 'DE', 'PL'],
  ...['AT', 'BG', 'CH', 'CY', 'CZ', 'DK', 'EE', 'ES', 'FI', 'GB', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LI', 'LT', 'LU'],
  ...['LV', 'MT', 'NO', 'PT', 'RO', 'SE', 'SI', 'SK'],
]

export const currencyCodes: readonly string[] = [
  ...['EUR', 'PLN', 'CHF', 'CZK', 'DKK', 'GBP', 'HUF', 'ISK', 'NOK', 'RON', 'SEK', 'USD'],
]

interface PlaceDefaults {
  readonly currency: string
  readonly timeZone: string
}

const defaults: Readonly<Record<string, PlaceDefaults>> = {
  NL: { currency: 'EUR', timeZone: 'Europe/Amsterdam' },
  BE: { currency: 'EUR', timeZone: 'Europe/Brussels' },
  FR: { currency: 'EUR', timeZone: 'Europe/Paris' },
  DE: { currency: 'EUR', timeZone: 'Europe/Berlin' },
  PL: { currency: 'PLN', timeZone: 'Europe/Warsaw' },
  AT: { currency: 'EUR', timeZone: 'Europe/Vienna' },
  LU: { currency: 'EUR', timeZone: 'Europe/Luxembourg' },
  CH: { currency: 'CHF', timeZone: 'Europe/Zurich' },
  CZ: { currency: 'CZK', timeZone: 'Europe/Prague' },
  DK: { currency: 'DKK', timeZone: 'Europe/Copenhagen' },
  GB: { currency: 'GBP', timeZone: 'Europe/London' },
  SE: { currency: 'SEK', timeZone: 'Europe/Stockholm' },
}

/** What goes with a country; elsewhere the euro and the computer's own zone, for a person to correct. */
export function placeDefaults(country: string, ownZone: string): PlaceDefaults {
  return defaults[country] ?? { currency: 'EUR', timeZone: ownZone }
}
