import type { ReactNode } from 'react'
import type { ErrandName, LivePart, LiveParts } from '#app/ui/live-parts.ts'

type LiveProps<Part extends LivePart> = {
  part: Part
  given: LiveParts[Part]
  className?: string | undefined
  /** Shown while the part is on its way, where the page would else have a hole. */
  waiting?: string | undefined
  /** For browsers without scripts, and should the part not arrive. */
  children?: ReactNode
}

/**
 * A place that entry.client.tsx fills, on pages that ask for JavaScript. The page itself is never made again in the
 * browser: it stays the HTML that the server wrote.
 */
export function Live<Part extends LivePart>({ part, given, className, waiting, children }: LiveProps<Part>) {
  return (
    <div data-live={part} data-given={JSON.stringify(given)} data-waiting={waiting} className={className}>
      {children && <noscript>{children}</noscript>}
    </div>
  )
}

/** Something that a browser with scripts does on this page, and that nobody sees. */
export function Errand({ name }: { name: ErrandName }) {
  return <span data-errand={name} hidden />
}
