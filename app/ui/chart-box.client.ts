// What the livelier charts have in common. Browser only.

import { useEffect, useState, type RefObject } from 'react'
import type { Scene } from '#app/charts/scene.ts'

export type DrawnSize = {
  width: number
  height: number
  /** Of the texts, so that they look as in the still picture. */
  fontSize: number
}

const TEXT_SIZE = 12.5

/** The size in which the still picture is seen at the moment; null until it is known. */
export function useSizeOf(box: RefObject<HTMLElement>, scene: Scene, onDrawn: () => void): DrawnSize | null {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!box.current) return
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [box])
  useEffect(() => {
    if (width > 0) onDrawn()
  }, [width, onDrawn])
  if (width === 0) return null
  const scale = width / scene.width
  return { width, height: scene.height * scale, fontSize: TEXT_SIZE * scale }
}
