import { ready } from 'zpl-renderer-js'

/** One label as an emulated printer would burn it, as a PNG; the first costs seconds, each later one about one. */
export async function pictureOfLabel(
  zpl: Uint8Array,
  label: { readonly width: number; readonly height: number; readonly dpi: number },
): Promise<Uint8Array> {
  const { api } = await ready
  const dotsPerMillimetre = Math.round(label.dpi / 25.4)
  const png = await api.zplToBase64Async(
    new TextDecoder().decode(zpl),
    label.width / 10,
    label.height / 10,
    dotsPerMillimetre,
  )
  return Uint8Array.from(Buffer.from(png, 'base64'))
}
