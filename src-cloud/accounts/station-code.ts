/** The code of an organisation's nth station (Y18): A to Z, then AA, AB ... Counting never goes back, so none comes twice. */
export function stationCode(nth: number): string {
  let [code, rest] = ['', nth]
  while (rest > 0) {
    const place = (rest - 1) % 26
    code = String.fromCharCode(65 + place) + code
    rest = (rest - 1 - place) / 26
  }
  return code
}

/** Codes that are given to nobody after a restore: no more stations join between a backup and what it is needed for. */
export const codesLeftFree = 26

/** Which of the organisation's stations bears this code. */
export function placeOfCode(code: string): number {
  return [...code].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0)
}
