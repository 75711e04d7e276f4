/** `0.4.12`, with or without a tail: whether it is before another; what is no version at all is before every one. */
export function isOlderVersion(version: string, wanted: string): boolean {
  const [own, other] = [numbersOf(version), numbersOf(wanted)]
  for (const [index, most] of other.entries()) {
    const here = own[index] ?? -1
    if (here !== most) return here < most
  }
  return false
}

function numbersOf(version: string): readonly number[] {
  const [, ...parts] = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})/.exec(version) ?? []
  return parts.map(Number)
}
