import { Suspense, useEffect, useState, type ReactNode } from 'react'
import type { Picture } from '#app/charts/scene.ts'
import { StillPicture } from '#app/ui/figure.tsx'

type RedrawnProps = {
  picture: Picture
  /** Draws the picture again in the same box, and says when it stands. */
  children: (onDrawn: () => void) => ReactNode
  /** Room below for switches, kept from the beginning so that nothing moves. */
  switches?: boolean
}

/**
 * A still picture that a browser with scripts covers with a livelier one. The still one stays: it holds the box open,
 * is read aloud, and is printed.
 */
export function Redrawn({ picture, children, switches = false }: RedrawnProps) {
  const [started, setStarted] = useState(false)
  const [drawn, setDrawn] = useState(false)
  useEffect(() => setStarted(true), [])
  return (
    <div className={switches ? 'redrawn redrawn--switches' : 'redrawn'}>
      <div className={drawn ? 'redrawn__still redrawn__still--covered' : 'redrawn__still'}>
        <StillPicture picture={picture} />
      </div>
      {started && <Suspense fallback={null}>{children(() => setDrawn(true))}</Suspense>}
    </div>
  )
}
