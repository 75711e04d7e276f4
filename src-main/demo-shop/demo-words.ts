import type { LocalText } from '#shared/kernel/local-text.ts'

/** The trade's words for the options of the demo catalogue. */
export function words(en: string, nl: string, fr: string, de: string, pl: string): LocalText {
  return { en, nl, fr, de, pl }
}

const same = (text: string): LocalText => words(text, text, text, text, text)

export const categoryWords: Readonly<Record<string, LocalText>> = {
  print: words('Print', 'Drukwerk', 'Imprimés', 'Drucksachen', 'Druki'),
  stationery: words(
    'Business stationery',
    'Zakelijk drukwerk',
    'Papeterie d’entreprise',
    'Geschäftsausstattung',
    'Druki firmowe',
  ),
  leaflets: words(
    'Leaflets and cards',
    'Flyers en folders',
    'Flyers et dépliants',
    'Flyer und Faltblätter',
    'Ulotki i foldery',
  ),
  books: words(
    'Books and calendars',
    'Boeken en kalenders',
    'Livres et calendriers',
    'Bücher und Kalender',
    'Książki i kalendarze',
  ),
  hospitality: words('Hospitality', 'Horeca', 'Restauration', 'Gastronomie', 'Gastronomia'),
  posters: words('Posters', 'Posters', 'Affiches', 'Plakate', 'Plakaty'),
  large_format: words('Large format', 'Grootformaat', 'Grand format', 'Großformat', 'Wielki format'),
  labels: words(
    'Labels and stickers',
    'Etiketten en stickers',
    'Étiquettes et autocollants',
    'Etiketten und Aufkleber',
    'Etykiety i naklejki',
  ),
  packaging: words('Packaging', 'Verpakking', 'Emballage', 'Verpackung', 'Opakowania'),
  cards: words(
    'Cards and invitations',
    'Kaarten en uitnodigingen',
    'Cartes et invitations',
    'Karten und Einladungen',
    'Karty i zaproszenia',
  ),
  stock: words('From stock', 'Uit voorraad', 'En stock', 'Lagerware', 'Z magazynu'),
  services: words('Services', 'Diensten', 'Services', 'Dienstleistungen', 'Usługi'),
}

export const optionWords: Readonly<Record<string, LocalText>> = {
  size: words('Size', 'Formaat', 'Format', 'Format', 'Format'),
  paper: words('Paper', 'Papier', 'Papier', 'Papier', 'Papier'),
  sides: words('Printing', 'Bedrukking', 'Impression', 'Druck', 'Zadruk'),
  finish: words('Finishing', 'Afwerking', 'Finition', 'Veredelung', 'Wykończenie'),
  pages: words('Pages', 'Pagina’s', 'Pages', 'Seiten', 'Strony'),
}

export const valueWords: Readonly<Record<string, LocalText>> = {
  '90': same('90 g'),
  '100': same('100 g'),
  '115': same('115 g'),
  '135': same('135 g'),
  '150': same('150 g'),
  '170': same('170 g'),
  '250': same('250 g'),
  '300': same('300 g'),
  '350': same('350 g'),
  '400': same('400 g'),
  ncr2: words('2 parts', '2-voudig', '2 feuillets', '2-fach', '2 kopie'),
  ncr3: words('3 parts', '3-voudig', '3 feuillets', '3-fach', '3 kopie'),
  board: words('coaster board', 'viltkarton', 'carton sous-bock', 'Bierdeckelpappe', 'tektura'),
  sticker: words('sticker paper', 'stickerpapier', 'papier adhésif', 'Haftpapier', 'papier samoprzylepny'),
  film: words('PP film', 'PP-folie', 'film PP', 'PP-Folie', 'folia PP'),
  textured: words(
    'textured paper',
    'gestructureerd papier',
    'papier texturé',
    'strukturiertes Papier',
    'papier fakturowany',
  ),
  kraft: words('kraft', 'kraft', 'kraft', 'Kraftpapier', 'papier kraft'),
  '4-0': same('4/0'),
  '4-4': same('4/4'),
  '1-0': same('1/0'),
  none: words('No finish', 'Geen', 'Sans', 'Ohne', 'Bez'),
  matt: words('matt laminated', 'mat gelamineerd', 'pelliculage mat', 'matt kaschiert', 'folia mat'),
  soft: words('soft touch', 'soft-touch', 'soft touch', 'Soft-Touch', 'soft touch'),
  gloss: words('gloss varnish', 'glanslak', 'vernis brillant', 'Glanzlack', 'lakier błyszczący'),
  half: words('folded once', 'enkele vouw', 'un pli', 'Einbruchfalz', 'składane na pół'),
  trifold: words('folded in three', 'drieluik', 'pli roulé', 'Wickelfalz', 'składane w C'),
  zfold: words('z-fold', 'zigzagvouw', 'pli accordéon', 'Zickzackfalz', 'składane w Z'),
  glued_top: words('glued at the top', 'kopgelijmd', 'collé en tête', 'kopfgeleimt', 'klejone u góry'),
  numbered: words('numbered', 'genummerd', 'numéroté', 'nummeriert', 'numerowane'),
  stapled: words('stapled', 'geniet', 'agrafé', 'geheftet', 'szyte'),
  glued: words('glued', 'gelijmd', 'dos collé', 'klebegebunden', 'klejone'),
  wire: words('wire bound', 'wire-o', 'reliure wire-o', 'Wire-O-Bindung', 'oprawa spiralna'),
  hemmed: words('hemmed, eyelets', 'gezoomd, ringen', 'ourlet et œillets', 'gesäumt, geöst', 'obszyte, oczka'),
  laminate: words('laminated', 'gelamineerd', 'laminé', 'laminiert', 'laminowane'),
  foil: words('gold foil', 'goudfolie', 'dorure à chaud', 'Goldfolie', 'złocenie'),
  hole: words('drilled hole', 'met gat', 'perforé', 'gelocht', 'z otworem'),
}
