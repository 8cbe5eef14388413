import { useEffect, useState, type RefObject } from 'react'

/** How wide an element is at the moment, in pixels; 0 until it is known. Browser only. */
export function useWidthOf(box: RefObject<HTMLElement>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!box.current) return
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [box])
  return width
}
