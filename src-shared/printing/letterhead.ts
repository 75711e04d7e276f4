import type { DocumentOf } from '../kernel/change/entity.ts'
import type { Language } from '../kernel/language.ts'
import type { companyEntity, PostalAddress } from '../settings/replication.ts'
import { type AddressBlock, a4, type HeaderBlock, type PageBlock, type PageDocument } from './page-document.ts'
import { countryName, decimalMarkOf, filled, joined, type PaperWords } from './paper-words.ts'
import type { PictureRef } from './picture-ref.ts'
import { builtInLook, type PaperLook } from './templates/paper-look.ts'

/** What papers say of the shop itself. */
export type Shop = Pick<
  DocumentOf<typeof companyEntity>,
  | 'name'
  | 'address'
  | 'country'
  | 'phone'
  | 'email'
  | 'website'
  | 'registrationNumber'
  | 'bankAccount'
  | 'vatNumbers'
  | 'logo'
>

/** Envelopes with their window at the right; everywhere else it is at the left. */
const rightWindows: ReadonlySet<string> = new Set(['BE', 'ES', 'FR', 'IT', 'LU', 'PL', 'PT'])

/** The logo a paper of the shop carries: its own, the template's, or none. */
export function logoOnPaper(shop: Pick<Shop, 'logo' | 'name'>, look: Pick<PaperLook, 'logo'>): PictureRef | null {
  const hash = look.logo.from === 'own' ? look.logo.hash : look.logo.from === 'none' ? null : shop.logo
  return hash === null ? null : { hash, description: shop.name }
}

export function letterhead(shop: Shop, look: PaperLook = builtInLook): HeaderBlock {
  return {
    block: 'header',
    logo: logoOnPaper(shop, look),
    ...(look.texts.head === '' ? {} : { words: look.texts.head }),
    company: {
      name: shop.name,
      lines: filled([
        joined(', ', shop.address.street, cityLine(shop.address)),
        joined(' · ', shop.phone, shop.email, shop.website),
      ]),
    },
  }
}

/** Place of post in one line, in the order of its country. */
export function cityLine({ postcode, city, country }: PostalAddress): string {
  return country === 'GB' || country === 'IE' ? joined(', ', city, postcode) : joined(' ', postcode, city)
}

/** An address as it stands on a letter; the country only where the letter leaves it. */
export function addressLines(
  names: readonly string[],
  address: PostalAddress,
  fromCountry: string,
  language: Language,
): string[] {
  const isAbroad = address.country !== '' && address.country !== fromCountry
  return filled([
    ...names,
    address.street,
    address.extra,
    cityLine(address),
    isAbroad ? countryName(address.country, language).toLocaleUpperCase(language) : null,
  ])
}

export function windowBlock(shop: Shop, lines: readonly string[], beside: AddressBlock['beside']): AddressBlock {
  return {
    block: 'address',
    window: rightWindows.has(shop.country) ? 'right' : 'left',
    // Over nobody's name it would be a line across an empty window.
    sender: lines.length === 0 ? null : joined(' · ', shop.name, shop.address.street, cityLine(shop.address)),
    lines,
    beside,
  }
}

/** A sheet of the shop: its margins, its footer, its language. */
export function shopPage(
  shop: Shop,
  words: PaperWords,
  paper: { readonly title: string; readonly blocks: readonly PageBlock[] },
  look: PaperLook = builtInLook,
): PageDocument {
  const { say, language } = words
  const number = (key: string, text: string) => (text === '' ? '' : say(key, { number: text }))
  return {
    form: 'page',
    title: paper.title,
    language,
    author: shop.name,
    createdAt: '',
    size: a4,
    margins: { top: 150, right: 200, bottom: 150, left: 200 },
    decimalMark: decimalMarkOf(words),
    blocks: paper.blocks,
    runningHead: paper.title,
    footer: {
      lines:
        look.texts.foot === ''
          ? filled([
              joined(
                ' · ',
                shop.name,
                number('printing:letterhead.registration', shop.registrationNumber),
                number('printing:letterhead.vat', shop.vatNumbers.join(', ')),
                number('printing:letterhead.bank', shop.bankAccount),
              ),
            ])
          : look.texts.foot.split('\n'),
      pageWords: say('printing:page', { page: '{page}', pages: '{pages}' }),
    },
    copyTag: null,
    ...(look.accent === null ? {} : { accent: look.accent }),
  }
}
