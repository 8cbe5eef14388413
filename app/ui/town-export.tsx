import { can } from '#app/domain/policy.ts'
import { useActor } from '#app/ui/actor.tsx'
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'

type Former = { id: string; name: string; validUntil: string }

/** The way out: what belongs to an organisation as a file, and what belonged to those that have merged into it. */
export function TownExport({
  organisationId,
  former,
}: {
  organisationId: string
  former: readonly Former[]
}) {
  const words = useMessages().town.export
  const isWhole = can(useActor(), 'organisation:export-whole')
  return (
    <Section title={words.title} id="export">
      <p className="measure">{isWhole ? words.whole : words.own}</p>
      <ButtonRow>
        <ButtonLink href={fileOf(organisationId)} icon="download" download>
          {words.download}
        </ButtonLink>
      </ButtonRow>
      {former.length > 0 && (
        <>
          <p>{words.former}</p>
          <ul>
            {former.map(({ id, name, validUntil }) => (
              <li key={id}>
                <a href={fileOf(id)} download>
                  {words.formerOf(name, validUntil)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

const fileOf = (organisationId: string) => `/organisations/${organisationId}/export.json`
