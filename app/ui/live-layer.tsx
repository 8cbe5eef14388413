import { Component, Suspense, useEffect, useState, type ReactNode } from 'react'

/** Whether scripts run: false on the server and in the first picture of the browser, which must be the same. */
export function useStarted(): boolean {
  const [started, setStarted] = useState(false)
  useEffect(() => setStarted(true), [])
  return started
}

type LiveLayerProps = {
  /** The still picture, which stays: it is read aloud, and printed. */
  still: ReactNode
  /** What lies over it and answers the pointer. Should it fail, nothing but itself is missing. */
  children: ReactNode
}

/** A still picture, and over it what only a browser with scripts can do. The box stays the same, so nothing moves. */
export function LiveLayer({ still, children }: LiveLayerProps) {
  const started = useStarted()
  return (
    <div className="live">
      {still}
      {started && (
        <div className="live__layer" aria-hidden="true">
          <Dispensable>
            <Suspense fallback={null}>{children}</Suspense>
          </Dispensable>
        </div>
      )}
    </div>
  )
}

/** React offers the catching of errors to classes only. */
class Dispensable extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? null : this.props.children
  }
}
