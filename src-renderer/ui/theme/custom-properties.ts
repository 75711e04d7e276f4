import 'react'

// Lets a component hand a measure to its stylesheet (`style={{ '--count': 3 }}`) without a cast.
declare module 'react' {
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined
  }
}
