interface Bucket {
  level: number
  at: number
}

/** Most buckets kept; beyond, those that are full again are forgotten, which changes nothing for them. */
const mostBuckets = 10_000

export interface TokenBuckets {
  /** 0: go on. Else the whole seconds after which there is room. */
  take(key: string): number
}

/** A bucket per key: `burst` at once, `perSecond` from then on. */
export function tokenBuckets(limits: { burst: number; perSecond: number }, clock: () => number): TokenBuckets {
  const buckets = new Map<string, Bucket>()
  const levelAt = (bucket: Bucket, now: number): number =>
    Math.min(limits.burst, bucket.level + (Math.max(0, now - bucket.at) / 1000) * limits.perSecond)

  const forgetFull = (now: number): void => {
    for (const [key, bucket] of buckets) if (levelAt(bucket, now) >= limits.burst) buckets.delete(key)
  }

  return {
    take: (key) => {
      const now = clock()
      if (buckets.size >= mostBuckets && !buckets.has(key)) forgetFull(now)
      const bucket = buckets.get(key) ?? { level: limits.burst, at: now }
      const level = levelAt(bucket, now)
      const isThere = level >= 1
      buckets.set(key, { level: isThere ? level - 1 : level, at: now })
      return isThere ? 0 : Math.max(1, Math.ceil((1 - level) / limits.perSecond))
    },
  }
}
