import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'

/** A link by mail that no longer works, and where the next one comes from. */
export function LinkGone({ again }: { again: string }) {
  const { link } = useMessages().signIn
  return (
    <div className="measure stack">
      <PageHeader title={link.gone} lead={link.goneText} />
      <ButtonRow>
        <ButtonLink look="primary" href={again}>
          {link.again}
        </ButtonLink>
      </ButtonRow>
    </div>
  )
}
