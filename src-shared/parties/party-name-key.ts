import { fold } from '#shared/kernel/text.ts'

/** Legal forms, folded and without dots and blanks: "Bakker B.V." and "Bakker" are taken for the same firm. */
const legalForms: ReadonlySet<string> = new Set(
  `bv nv vof cv cvba bvba srl sprl asbl vzw sa sas sasu sarl eurl sci snc scop gmbh mbh ug ag kg ohg gbr eg ev ek gmbhcokg
  ltd plc llp llc inc spzoo spzo spj spk spp sca psa ska cokg co`.split(/\s+/),
)
/** Most words that a legal form is written in: "sp. z o. o.", "GmbH & Co. KG". */
const longestForm = 4

/** A party's name as "already known?" compares it. */
export function partyNameKey(name: string): string {
  let words = fold(name)
    .replace(/[.']/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  for (let taken = longestForm; taken > 0; taken -= 1) {
    const form = words.slice(-taken).join('')
    if (words.length > taken && legalForms.has(form)) {
      words = words.slice(0, -taken)
      taken = longestForm + 1
    }
  }
  return words.join('')
}

/** A code as it is compared: without case and blanks, so that `k 12` is not a second `K12`. */
export function partyCodeKey(code: string): string {
  return fold(code).replaceAll(' ', '')
}
