import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/calendar.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { choiceFrom } from '#app/http/query.ts'
import { pick } from '#app/i18n/index.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Card, CardList } from '#app/ui/list.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { Day } from '#app/ui/time.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listOpenWalkIns } from '#db/walk-in-lists.ts'

const DONE = ['settled', 'invited', 'left', 'already'] as const

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.walkIn.office.title)

export async function loader({ request, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'walk-in:settle')
  const open = await listOpenWalkIns(context.db)
  return {
    open: open.map(({ id, name, organisation, personId, titleDe, titleEn, startsAt }) => {
      return { id, name, organisation, isUnapproved: personId !== null, titleDe, titleEn, startsAt }
    }),
    done: choiceFrom(new URL(request.url).searchParams, 'done', DONE) ?? null,
  }
}

export default function WalkInsPage() {
  const { open, done } = useLoaderData<typeof loader>()
  const { office } = useMessages().walkIn
  const locale = useLocale()
  return (
    <>
      <PageHeader title={office.title} lead={office.lead} />
      {done && <Notice kind="success" title={office.done[done]} answer />}
      {open.length === 0 && <Empty>{office.none}</Empty>}
      <CardList>
        {open.map(({ id, name, organisation, isUnapproved, titleDe, titleEn, startsAt }) => (
          <Card
            key={id}
            level={2}
            title={name}
            preline={<Day value={dayOf(startsAt)} short />}
            action={<ButtonLink href={`/walk-ins/${id}`}>{office.settle}</ButtonLink>}
          >
            <p>{pick(locale, titleDe, titleEn)}</p>
            {organisation && <p className="muted">{organisation}</p>}
            {isUnapproved && <Badge kind="warning">{office.unapproved}</Badge>}
          </Card>
        ))}
      </CardList>
    </>
  )
}
