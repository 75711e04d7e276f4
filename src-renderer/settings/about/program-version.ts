/** Written in by the build. */
declare const __PROGRAM_VERSION__: string | undefined

export const programVersion = typeof __PROGRAM_VERSION__ === 'string' ? __PROGRAM_VERSION__ : 'dev'
