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
