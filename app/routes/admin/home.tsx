import type { AppLoadContext, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/calendar.ts'
import { isNearlyFull, type Quota } from '#app/domain/file.ts'
import { can } from '#app/domain/policy.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import type { Messages } from '#app/i18n/index.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Card } from '#app/ui/list.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { countOpenRequests } from '#db/access-requests.ts'
import { getStorage, type Storage } from '#db/files.ts'
import { listOrganisations } from '#db/organisations.ts'
import { countOutbox } from '#db/outbox.ts'
import { countPeopleByState } from '#db/people-list.ts'
import { listPeopleWithRole } from '#db/roles.ts'
import { getSettings } from '#db/settings.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.administration.title)

/** Each area with what is in it, and only those that the person may open. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'administration:read')
  const today = dayOf(new Date())
  return {
    desk: can(actor, 'person:manage') ? await deskFacts(context, today) : null,
    operation: can(actor, 'setting:edit') ? await operationFacts(context) : null,
    mailTexts: can(actor, 'mailText:edit'),
    audit: can(actor, 'audit:read'),
  }
}

async function deskFacts({ db }: AppLoadContext, today: string) {
  const organisations = await listOrganisations(db, { day: today })
  const municipalities = organisations.filter(({ kind }) => kind === 'municipality')
  const taking = municipalities.filter(({ since }) => since !== null)
  return {
    people: await countPeopleByState(db),
    requests: await countOpenRequests(db),
    organisations: organisations.length,
    municipalities: municipalities.length,
    taking: taking.length,
    withoutSpecialist: taking.filter(({ specialists }) => specialists === 0).length,
    coordinators: (await listPeopleWithRole(db, 'coordinator', today)).length,
  }
}

async function operationFacts({ db, environment }: AppLoadContext) {
  const { districtName, contactEmail, demo } = await getSettings(db)
  return {
    outbox: await countOutbox(db),
    storage: await getStorage(db),
    // Where everything is invented, nobody waits for mails.
    lacksMailServer: environment.smtpUrl === null && !demo,
    hasName: districtName !== '',
    hasContact: contactEmail !== '',
  }
}

type Facts = Awaited<ReturnType<typeof loader>>
type Entry = { href: string; text: string }

/** What needs somebody: the first steps of a new district, and whatever has come to a halt. */
function todosOf({ desk, operation }: Facts, t: Messages): Entry[] {
  const words = t.administration.todo
  const todo = (needed: boolean | undefined, href: string, text: string) => (needed ? [{ href, text }] : [])
  return [
    ...todo(operation?.hasName === false, '/admin/settings', words.noName),
    ...todo(operation?.hasContact === false, '/admin/settings', words.noContact),
    ...todo(desk?.organisations === 0, '/admin/organisations', words.noOrganisations),
    ...todo(desk?.coordinators === 0, '/admin/people', words.noCoordinator),
    ...(desk && desk.requests > 0 ? [{ href: '/admin/requests', text: words.requests(desk.requests) }] : []),
    ...(desk && desk.withoutSpecialist > 0
      ? [{ href: '/admin/organisations', text: words.specialistsMissing(desk.withoutSpecialist) }]
      : []),
    ...(operation && operation.outbox.failed > 0
      ? [{ href: '/admin/outbox?state=failed', text: words.failedMails(operation.outbox.failed) }]
      : []),
    ...(operation ? storageTodos(operation.storage, t) : []),
    ...todo(operation?.lacksMailServer, '/admin/outbox', words.noMailServer),
  ]
}

/** From four fifths on there is still time to clear up, or to provide more. */
function storageTodos({ installation, organisations }: Storage, t: Messages): Entry[] {
  const words = t.file.storage
  const share = ({ used, limit }: Quota) => used / limit
  return [
    ...(isNearlyFull(installation) ? [words.nearlyFull(share(installation))] : []),
    ...organisations
      .filter(isNearlyFull)
      .map((organisation) => words.organisationNearlyFull(organisation.name, share(organisation))),
  ].map((text) => ({ href: '/admin/settings', text }))
}

type Area = { href: string; title: string; text: string }

function areasOf({ desk, operation, audit, mailTexts }: Facts, t: Messages): Area[] {
  const { area } = t.administration
  const areas: Area[] = []
  if (desk) {
    const { people, municipalities, taking, requests } = desk
    areas.push(
      {
        href: '/admin/people',
        title: area.people,
        text: area.peopleText(people.active, people.invited, people.disabled),
      },
      {
        href: '/admin/organisations',
        title: area.organisations,
        text: area.organisationsText(municipalities, taking),
      },
      { href: '/admin/requests', title: area.requests, text: area.requestsText(requests) },
    )
  }
  if (operation) {
    const { waiting, failed } = operation.outbox
    areas.push(
      { href: '/admin/outbox', title: area.outbox, text: area.outboxText(waiting, failed) },
      { href: '/admin/settings', title: area.settings, text: area.settingsText },
    )
  }
  if (mailTexts) areas.push({ href: '/admin/mail-texts', title: t.mailText.title, text: t.mailText.area })
  if (audit) areas.push({ href: '/admin/audit', title: area.audit, text: area.auditText })
  return areas
}

export default function AdminHomePage() {
  const facts = useLoaderData<typeof loader>()
  const t = useMessages()
  const todos = todosOf(facts, t)
  const words = t.administration
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      {(facts.desk || facts.operation) && (
        <Section title={words.attention}>
          {todos.length === 0 ? (
            <Empty>{words.allDone}</Empty>
          ) : (
            <ul>
              {todos.map(({ href, text }) => (
                <li key={text}>
                  <a href={href}>{text}</a>
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
      <Section title={words.areas}>
        <ul className="card-grid" aria-label={words.areas}>
          {areasOf(facts, t).map(({ href, title, text }) => (
            <Card key={href} href={href} title={title}>
              <p>{text}</p>
            </Card>
          ))}
        </ul>
      </Section>
    </>
  )
}
