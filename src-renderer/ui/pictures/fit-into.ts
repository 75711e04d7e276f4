export interface Size {
  readonly width: number
  readonly height: number
}

/** The largest whole-pixel size of a shape that fits a box, its proportion kept and never under one pixel. */
export function fitInto(shape: Size, box: Size): Size {
  const scale = Math.min(box.width / shape.width, box.height / shape.height)
  return {
    width: Math.max(1, Math.round(shape.width * scale)),
    height: Math.max(1, Math.round(shape.height * scale)),
  }
}
