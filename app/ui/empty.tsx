import type { ReactNode } from 'react'

/** An empty list says why it is empty, and what to do: text, then a button. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {action}
    </div>
  )
}
