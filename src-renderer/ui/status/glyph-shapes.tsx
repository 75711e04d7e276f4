import type { ReactNode } from 'react'
import type { GlyphName } from './glyph-names.ts'

const FILL = 'var(--fill)'
const MARK = 'var(--mark)'

const ring = <circle key="ring" cx="8" cy="8" r="6.2" />
const disc = <circle key="disc" cx="8" cy="8" r="7" fill={FILL} stroke="none" />
const third = <path key="third" d="M8 8V4.1A3.9 3.9 0 0 1 11.38 9.95Z" fill={FILL} stroke="none" />
const half = <path key="half" d="M8 4.1A3.9 3.9 0 0 1 8 11.9Z" fill={FILL} stroke="none" />
const twoThirds = <path key="twoThirds" d="M8 8V4.1A3.9 3.9 0 1 1 4.62 9.95Z" fill={FILL} stroke="none" />
const arrow = 'M4.9 8H10.6M8.3 5.5L10.9 8L8.3 10.5'
const arrowBack = 'M11.1 8H5.4M7.7 5.5L5.1 8L7.7 10.5'
const arrowDown = 'M8 4.9V10.6M5.5 8.3L8 10.9L10.5 8.3'
const square = <rect key="square" x="1.9" y="1.9" width="12.2" height="12.2" rx="1.6" fill={FILL} strokeWidth="1.4" />
const diamond = <path key="diamond" d="M8 0.9L15.1 8L8 15.1L0.9 8Z" fill={FILL} stroke="none" />

/** Shapes on a 16 grid with 1.6 strokes. Ink comes from the stylesheet, never from here. */
export const GLYPH_SHAPES: Record<GlyphName, ReactNode> = {
  dashed: <circle cx="8" cy="8" r="6.2" strokeDasharray="2.2 2.67" />,
  ring,
  'ring-arrow': [ring, <path key="arrow" d={arrow} />],
  third: [ring, third],
  half: [ring, half],
  'two-thirds': [ring, twoThirds],
  full: disc,
  'ink-ring': ring,
  'ink-ring-arrow': [ring, <path key="arrow" d={arrow} />],
  'ink-ring-arrow-back': [ring, <path key="arrow" d={arrowBack} />],
  'ink-ring-arrow-down': [ring, <path key="arrow" d={arrowDown} />],
  'ink-third': [ring, third],
  'ink-half': [ring, half],
  'ink-arrow': [disc, <path key="arrow" d={arrow} stroke={MARK} />],
  'ink-check': [disc, <path key="check" d="M4.8 8.3L7.1 10.5L11.3 5.9" stroke={MARK} strokeWidth="1.8" />],
  waiting: square,
  'waiting-euro': [
    square,
    <path key="euro" d="M10.6 5.5A3 3 0 1 0 10.6 10.5M4.4 7.2H9M4.4 8.8H9" stroke={MARK} strokeWidth="1.3" />,
  ],
  'waiting-eye': [
    square,
    <path key="lids" d="M3.9 8Q8 3.4 12.1 8Q8 12.6 3.9 8Z" stroke={MARK} strokeWidth="1.3" />,
    <circle key="pupil" cx="8" cy="8" r="1.3" fill={MARK} stroke="none" />,
  ],
  'waiting-clock': [square, <path key="hands" d="M8 4.6V8.2H10.8" stroke={MARK} strokeWidth="1.5" />],
  'needs-you': [
    <path key="triangle" d="M8 1.6L15 14H1Z" fill={FILL} strokeWidth="1.2" />,
    <path key="stem" d="M8 5.6V9.8" stroke={MARK} strokeWidth="1.7" />,
    <circle key="dot" cx="8" cy="12" r="1" fill={MARK} stroke="none" />,
  ],
  unknown: [
    diamond,
    <path key="hook" d="M6.1 6.3A1.95 1.95 0 1 1 8 8.3V9.3" stroke={MARK} strokeWidth="1.5" />,
    <circle key="dot" cx="8" cy="11.3" r="0.95" fill={MARK} stroke="none" />,
  ],
  short: [diamond, <path key="minus" d="M4.9 8H11.1" stroke={MARK} strokeWidth="2" />],
  versions: [
    <path key="earlier" d="M6.2 11.2H1.8V1.8H11.2V6.2" />,
    <rect key="later" x="6" y="6" width="9.2" height="9.2" rx="1" fill={FILL} stroke="none" />,
  ],
  refused: [
    <path key="octagon" d="M5.1 1H10.9L15 5.1V10.9L10.9 15H5.1L1 10.9V5.1Z" fill={FILL} stroke="none" />,
    <path key="cross" d="M5.4 5.4L10.6 10.6M10.6 5.4L5.4 10.6" stroke={MARK} strokeWidth="1.8" />,
  ],
  'on-hold': [
    <rect key="left" x="3.2" y="2" width="3.4" height="12" fill={FILL} stroke="none" />,
    <rect key="right" x="9.4" y="2" width="3.4" height="12" fill={FILL} stroke="none" />,
  ],
  'called-off': [ring, <path key="slash" d="M3.8 12.2L12.2 3.8" />],
  paper: [
    <path key="sheet" d="M3 1.8H13V14L11.35 12.6L9.7 14L8 12.6L6.3 14L4.65 12.6L3 14Z" strokeWidth="1.5" />,
    <path key="lines" d="M5.6 5H10.4M5.6 8H10.4" strokeWidth="1.4" />,
  ],
  accepted: [disc, <path key="check" d="M4.8 8.3L7.1 10.5L11.3 5.9" stroke={MARK} strokeWidth="1.8" />],
}
