/** Invented artwork, drawn small: what customers' files look like beside a line. */
interface Artwork {
  readonly src: string
  readonly trim: { readonly width: number; readonly height: number }
}

function svg(width: number, height: number, body: string): Artwork {
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="white"/>${body}</svg>`
  return { src: `data:image/svg+xml,${encodeURIComponent(picture)}`, trim: { width, height } }
}

const bars = '<path d="M40 12H74M40 20H62M40 44H78" stroke="#222" stroke-width="4"/>'

export const artwork = {
  brownCard: svg(85, 55, `<rect width="28" height="55" fill="#b4641d"/>${bars}`),
  greenCard: svg(85, 55, `<rect width="28" height="55" fill="#2f7d6b"/>${bars}`),
  tealCard: svg(
    85,
    55,
    `<rect width="28" height="55" fill="#007f8b"/><path d="M14 18l7 20H7z" fill="#5cd6e0"/>${bars}`,
  ),
  blueBanner: svg(
    120,
    40,
    '<rect width="120" height="40" fill="#0b4a86"/><path d="M0 40L60 0H90L30 40z" fill="#f2a33a"/>',
  ),
  darkCard: svg(
    85,
    55,
    '<rect width="85" height="55" fill="#22284a"/><circle cx="64" cy="18" r="10" fill="#f07a3c"/><path d="M10 36H40M10 44H32" stroke="white" stroke-width="4"/>',
  ),
  sticker: svg(
    60,
    60,
    '<circle cx="30" cy="30" r="29" fill="#b3271e"/><path d="M30 12l5 12h13l-10 8 4 13-12-8-12 8 4-13-10-8h13z" fill="#ffd35c"/>',
  ),
  letterhead: svg(
    210,
    297,
    '<rect x="20" y="20" width="22" height="14" fill="#1c4f94"/><rect y="280" width="210" height="17" fill="#1c4f94"/>',
  ),
  brochure: svg(
    148,
    210,
    '<rect width="148" height="150" fill="#2f7d6b"/><circle cx="74" cy="70" r="36" fill="#f3cf9f"/><path d="M30 172H118M30 186H96" stroke="#222" stroke-width="6"/>',
  ),
  poster: svg(
    120,
    170,
    '<rect width="120" height="170" fill="#d4006a"/><circle cx="80" cy="40" r="40" fill="#f5c400"/><path d="M0 170L60 80L120 170z" fill="#ffe3ef"/>',
  ),
  receipt: svg(
    60,
    130,
    '<path d="M18 10H42M8 34H52M8 46H52M8 58H52M8 70H30M8 82H30M36 82H52" stroke="#333" stroke-width="5"/><rect x="20" y="96" width="20" height="20" fill="#333"/>',
  ),
  jobTicket: svg(
    210,
    297,
    '<rect width="210" height="297" fill="#fdf3c8"/><path d="M20 26H110" stroke="#222" stroke-width="12"/><rect x="20" y="60" width="80" height="52" fill="#7bb8d4"/><path d="M20 150H190M20 180H190M20 210H190" stroke="#b9b49a" stroke-width="10"/>',
  ),
  label: svg(
    100,
    150,
    '<path d="M10 16H40M10 36H70M10 48H60" stroke="#222" stroke-width="8"/><path d="M12 70V116M22 70V116M30 70V116M44 70V116M52 70V116M66 70V116M78 70V116M88 70V116" stroke="#222" stroke-width="5"/>',
  ),
} as const satisfies Record<string, Artwork>
