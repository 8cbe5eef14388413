import { Icon } from '#app/ui/icon.tsx'
import { useMessages } from '#app/ui/locale.tsx'

export type Step = { label: string; href?: string | undefined }

/** Where one is in something that takes several pages. `current` counts from 0. */
export function Steps({ steps, current }: { steps: readonly Step[]; current: number }) {
  const t = useMessages()
  return (
    <ol className="steps" aria-label={t.common.steps}>
      {steps.map(({ label, href }, place) => (
        <li key={label} className="steps__step" aria-current={place === current ? 'step' : undefined}>
          <span className="steps__sign" aria-hidden="true">
            {place < current ? <Icon name="check" /> : place + 1}
          </span>
          <span>
            {href ? <a href={href}>{label}</a> : label}
            {place < current && <span className="kern-sr-only"> ({t.common.stepDone})</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
