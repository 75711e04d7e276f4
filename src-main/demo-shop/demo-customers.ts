import type { InputOf } from '#shared/kernel/contract.ts'
import type { partiesContract } from '#shared/parties/contract.ts'
import { checkVatNumber } from '#shared/settings/vat-number.ts'
import { demoId } from './demo-products.ts'
import { type Chance, chanceOf } from './random.ts'

type NewCustomer = InputOf<(typeof partiesContract)['party.register']> & { readonly id: string }

interface Country {
  readonly code: string
  readonly language: 'nl' | 'fr' | 'de' | 'pl'
  readonly trades: readonly string[]
  readonly names: readonly string[]
  readonly towns: readonly (readonly [postcode: string, town: string])[]
  readonly streets: readonly string[]
  readonly dial: string
}

/** Invented businesses: a trade and a name that no register knows together. */
const countries: readonly Country[] = [
  {
    code: 'NL',
    language: 'nl',
    dial: '+3130',
    trades: [
      'Bakkerij',
      'Brasserie',
      'Fietsenmaker',
      'Kapsalon',
      'Huisartsenpraktijk',
      'Makelaardij',
      'Bloemist',
      'Stichting',
      'Advocatenkantoor',
      'Festival',
      'Boekhandel',
      'Sportvereniging',
    ],
    names: [
      'De Linde',
      'Het Anker',
      'De Zilvermeeuw',
      'Van Dongen',
      'De Korenaar',
      'Zuiderlicht',
      'De Vlinder',
      'Grachtenzomer',
      'Oosterpoort',
      'De Kraanvogel',
      'Waterkant',
      'De Bonte Os',
    ],
    towns: [
      ['3511 AB', 'Utrecht'],
      ['1012 JS', 'Amsterdam'],
      ['9711 LM', 'Groningen'],
      ['5611 EM', 'Eindhoven'],
      ['2312 AA', 'Leiden'],
    ],
    streets: ['Biltstraat', 'Molenweg', 'Havenkade', 'Stationsplein', 'Lange Nieuwstraat'],
  },
  {
    code: 'BE',
    language: 'nl',
    dial: '+329',
    trades: [
      'Brouwerij',
      'Slagerij',
      'Apotheek',
      'Architectenbureau',
      'Interieur',
      'Feestzaal',
      'Kinderdagverblijf',
      'Garage',
    ],
    names: [
      'De Leie',
      'Ter Heide',
      'Sint-Anna',
      'Vandenplas & Co',
      'De Gulden Sleutel',
      'Roeland',
      'De Notelaar',
      'Beekman',
    ],
    towns: [
      ['9000', 'Gent'],
      ['2000', 'Antwerpen'],
      ['8000', 'Brugge'],
      ['3000', 'Leuven'],
    ],
    streets: ['Kerkstraat', 'Steenweg', 'Veldstraat', 'Dorpsplein'],
  },
  {
    code: 'FR',
    language: 'fr',
    dial: '+3320',
    trades: [
      'Boulangerie',
      'Atelier',
      'Fleuriste',
      'Librairie',
      'Cabinet',
      'Domaine',
      'Brasserie',
      'École de danse',
      'Restaurant',
      'Imagerie',
    ],
    names: [
      'Petit Jean',
      'Lumière',
      'Anémone',
      'du Vieux Canal',
      'des Tilleuls',
      'Montclair',
      'Sainte-Odile',
      'Bellerive',
      'des Trois Ponts',
      'Lavande',
    ],
    towns: [
      ['59000', 'Lille'],
      ['75011', 'Paris'],
      ['69002', 'Lyon'],
      ['67000', 'Strasbourg'],
    ],
    streets: ['rue de la Gare', 'avenue des Lilas', 'place du Marché', 'quai Voltaire'],
  },
  {
    code: 'DE',
    language: 'de',
    dial: '+49221',
    trades: [
      'Autohaus',
      'Werbeagentur',
      'Spedition',
      'Zahnarztpraxis',
      'Kanzlei',
      'Gasthof',
      'Musikschule',
      'Tischlerei',
      'Gärtnerei',
      'Weingut',
    ],
    names: [
      'Berger',
      'Nordlicht',
      'Kühn & Söhne',
      'Am Rosengarten',
      'Weißbach',
      'Lindenhof',
      'Ährenfeld',
      'Sonnenschein',
      'Alte Mühle',
      'Grünwald',
    ],
    towns: [
      ['50667', 'Köln'],
      ['20095', 'Hamburg'],
      ['48143', 'Münster'],
      ['10115', 'Berlin'],
    ],
    streets: ['Hauptstraße', 'Bahnhofstraße', 'Am Markt', 'Gartenweg'],
  },
  {
    code: 'PL',
    language: 'pl',
    dial: '+4861',
    trades: [
      'Piekarnia',
      'Kancelaria',
      'Kwiaciarnia',
      'Hotel',
      'Przychodnia',
      'Drogeria',
      'Szkoła językowa',
      'Cukiernia',
      'Biuro podróży',
    ],
    names: [
      'Złoty Kłos',
      'Wiśniewska i Wspólnicy',
      'Pod Lipą',
      'Błękitna',
      'Świerkowa',
      'Stary Młyn',
      'Żagiel',
      'Słoneczna',
      'Gołębiewo',
    ],
    towns: [
      ['61-823', 'Poznań'],
      ['31-001', 'Kraków'],
      ['00-950', 'Warszawa'],
      ['80-831', 'Gdańsk'],
    ],
    streets: ['ul. Piekary', 'ul. Ogrodowa', 'ul. Długa', 'pl. Wolności'],
  },
]

const contactRoles: Readonly<Record<Country['language'], readonly string[]>> = {
  nl: ['Inkoop', 'Administratie', 'Receptie', 'Marketing'],
  fr: ['Achats', 'Comptabilité', 'Accueil', 'Communication'],
  de: ['Einkauf', 'Buchhaltung', 'Empfang', 'Marketing'],
  pl: ['Zakupy', 'Księgowość', 'Recepcja', 'Marketing'],
}

/** As many customers as asked for; six in ten are Dutch, like the shop. */
export function demoCustomers(count: number): readonly NewCustomer[] {
  const chance = chanceOf(20261119)
  return Array.from({ length: count }, (_, index) => demoCustomer(chance, index))
}

function demoCustomer(chance: Chance, index: number): NewCustomer {
  const country = chance.next() < 0.6 ? countries[0] : chance.pick(countries)
  if (country === undefined) throw new Error('the demo shop knows no country')
  const place = chance.pick(country.towns)
  const name = `${chance.pick(country.trades)} ${chance.pick(country.names)}${index < 90 ? '' : ` ${place[1]} ${index}`}`
  const host = `${name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '')
    .toLowerCase()}.example`
  const id = demoId('party', String(index))
  const discount = chance.weighed({ '0': 60, '300': 12, '500': 16, '800': 8, '1000': 4 })
  return {
    id,
    name,
    kind: chance.next() < 0.93 ? 'business' : 'consumer',
    language: country.language,
    phone: `${country.dial}${String(1_000_000 + chance.below(8_999_999))}`,
    email: `info@${host}`,
    vatNumber: country.code !== 'NL' && index % 3 === 0 ? vatNumberOf(country.code, chance) : '',
    discount: Number(discount),
    paymentTermDays: chance.weighed({ '0': 4, '14': 4, '30': 2 }) === '0' ? null : 14,
    contacts: [
      {
        id: demoId('contact', String(index)),
        name: chance.pick(contactRoles[country.language]),
        email: `bestel@${host}`,
      },
    ],
    addresses: [
      {
        id: demoId('address', String(index)),
        address: {
          label: '',
          street: `${chance.pick(country.streets)} ${1 + chance.below(190)}`,
          extra: '',
          postcode: place[0],
          city: place[1],
          country: country.code,
        },
        isInvoice: true,
        isDelivery: true,
      },
    ],
  }
}

/** A number that passes its country's check digits, found by trying. */
function vatNumberOf(country: string, chance: Chance): string {
  const digits = { BE: 10, FR: 11, DE: 9, PL: 10 }[country] ?? 10
  for (let tried = 0; tried < 2000; tried += 1) {
    const number = Array.from({ length: digits }, () => chance.below(10)).join('')
    const read = checkVatNumber(`${country}${number}`, country)
    if (read.ok && read.checked === 'check_digits') return read.number
  }
  return ''
}
