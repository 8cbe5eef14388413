import type { ReactNode } from 'react'

type DisclosureProps = { summary: string; children: ReactNode; open?: boolean | undefined }

/** What most people do not need: "Weitere Regeln", the detail of a figure, help. Works without JavaScript. */
export function Disclosure({ summary, children, open = false }: DisclosureProps) {
  return (
    <details className="kern-accordion" open={open}>
      <summary className="kern-accordion__header">
        <span className="kern-title">{summary}</span>
      </summary>
      <div className="kern-accordion__body">{children}</div>
    </details>
  )
}
