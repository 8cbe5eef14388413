import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { dayOf } from '#app/domain/calendar.ts'
import { changeBetween, type Change } from '#app/domain/questionnaire-change.ts'
import {
  itemsOf,
  missingTranslations,
  readQuestionnaire,
  rowKey,
  type Definition,
} from '#app/domain/questionnaire.ts'
import { overallProblem } from '#app/domain/scale-words.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { oneOf, parseForm, wholeNumber } from '#app/http/form.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { formatDay } from '#app/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink, ButtonRow, PostButton } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Findings } from '#app/ui/findings.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { pageTitle } from '#app/ui/title.ts'
import type { Db } from '#db/client.server.ts'
import {
  discardDraft,
  getQuestionnaire,
  publishDraft,
  retireQuestionnaire,
  startDraft,
  type QuestionnaireView,
} from '#db/questionnaires.ts'
import { checkDefinition } from '#surveys/definition.ts'
import { hashOf } from '#surveys/index.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageTitle(matches, (t) => page?.title ?? t.questionnaireEditor.list.title)

/** Rounds that plan themselves take these. */
const NEEDED = ['workshop-feedback', 'workshop-transfer', 'competence-centre']

const StepForm = z.object({
  step: oneOf(['start', 'publish', 'discard', 'retire', 'restore']),
  version: wholeNumber(0, 1_000_000_000).optional(),
})
type Step = z.output<typeof StepForm>

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'questionnaire:edit')
  const view = found(await getQuestionnaire(context.db, idFrom(params.questionnaireId)))
  const { id, title, kind, retiredAt, versions, draft } = view
  const [current] = versions
  return {
    ...{ id, title, kind, isRetired: retiredAt !== null, isNeeded: NEEDED.includes(view.key) },
    versions: versions.map(({ hash, publishedAt }) => ({ hash, publishedAt })),
    draft: draft && {
      version: draft.version,
      findings: checkDefinition(draft.definition),
      change: current ? changeBetween(current.definition, draft.definition) : null,
      titles: titlesIn(...(current ? [current.definition] : []), draft.definition),
      missing: missingTranslations(readQuestionnaire(draft.definition)),
    },
    done: new URL(request.url).searchParams.get('done'),
  }
}

/** What each key asks, by the last of these definitions that has it. */
function titlesIn(...definitions: Definition[]): Record<string, string> {
  const items = definitions.flatMap((definition) => itemsOf(readQuestionnaire(definition)))
  return Object.fromEntries(
    items.flatMap((item): [string, string][] => [
      [item.key, item.title.de],
      ...(item.kind === 'matrix'
        ? item.rows.map((row): [string, string] => [rowKey(item, row), `${item.title.de}: ${row.title.de}`])
        : []),
    ]),
  )
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'questionnaire:edit')
  const view = found(await getQuestionnaire(context.db, idFrom(params.questionnaireId)))
  const form = await parseForm(request, StepForm)
  if (!form.ok) return data({ refusal: 'not-found' as const }, 400)
  const result = await take(context.db, form.value, view, actor.id, new Date())
  if (!result.ok) return data({ refusal: result.refusal }, 409)
  const { step } = form.value
  if (step === 'start') return redirect(`/questionnaires/${view.id}/edit`)
  if (step === 'discard' && view.versions.length === 0) return redirect('/questionnaires')
  return redirect(`/questionnaires/${view.id}?done=${step}`)
}

async function take(db: Db, { step, version = 0 }: Step, view: QuestionnaireView, by: string, now: Date) {
  const { id } = view
  switch (step) {
    case 'start':
      return startDraft(db, id, by, now)
    case 'discard':
      return discardDraft(db, { id, version, by }, now)
    case 'retire':
    case 'restore':
      return retireQuestionnaire(db, { id, isRetired: step === 'retire', by, needed: NEEDED }, now)
    case 'publish': {
      if (!view.draft) return { ok: false as const, refusal: 'not-found' as const }
      const { definition } = view.draft
      if (checkDefinition(definition).length > 0)
        return { ok: false as const, refusal: 'incomplete' as const }
      const problem = view.kind === 'competence-centre' && overallProblem(readQuestionnaire(definition))
      if (problem) return { ok: false as const, refusal: problem }
      const checked = { definition, hash: hashOf(definition) }
      return publishDraft(db, { id, version, by, checked }, now)
    }
  }
}

export default function QuestionnairePage() {
  const { id, title, kind, isRetired, isNeeded, versions, draft, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const { show, list, refusal, kind: kinds } = t.questionnaireEditor
  const said: Record<string, string> = show.done
  return (
    <>
      <PageHeader
        title={title}
        lead={kinds[kind] === title ? undefined : kinds[kind]}
        breadcrumbs={[{ href: '/questionnaires', label: list.title }]}
        badge={isRetired && <Badge>{list.retired}</Badge>}
        action={<ButtonLink href={`/questionnaires/${id}/definition.json`}>{show.export}</ButtonLink>}
      />
      {answer && <Notice kind="danger" title={refusal[answer.refusal]} answer />}
      {!answer && done && said[done] && <Notice kind="success" title={said[done]} answer />}
      {draft && <DraftSection />}
      {versions.length > 0 && <Versions />}
      {versions.length > 0 && (
        <ButtonRow>
          {!draft && !isRetired && (
            <PostButton look="primary" hidden={{ step: 'start' }}>
              {show.startDraft}
            </PostButton>
          )}
          {isRetired && <PostButton hidden={{ step: 'restore' }}>{show.restore}</PostButton>}
        </ButtonRow>
      )}
      {versions.length > 0 && !isRetired && !isNeeded && (
        <Disclosure summary={show.retire}>
          <p>{show.retireHint}</p>
          <PostButton look="danger" hidden={{ step: 'retire' }}>
            {show.retire}
          </PostButton>
        </Disclosure>
      )}
    </>
  )
}

function DraftSection() {
  const { id, draft, versions } = useLoaderData<typeof loader>()
  const t = useMessages()
  const { show, refusal } = t.questionnaireEditor
  if (!draft) return null
  const version = String(draft.version)
  return (
    <Section title={versions.length > 0 ? show.draft : show.firstDraft}>
      {draft.findings.length > 0 && <Findings title={refusal.incomplete} findings={draft.findings} />}
      {draft.change && <ChangeList {...draft.change} titles={draft.titles} />}
      {draft.missing.length > 0 && <p className="measure">{show.missing(draft.missing)}</p>}
      <p className="measure">{show.publishHint}</p>
      <ButtonRow>
        <ButtonLink look="primary" href={`/questionnaires/${id}/edit`}>
          {show.edit}
        </ButtonLink>
        {draft.findings.length === 0 && (
          <PostButton hidden={{ step: 'publish', version }}>{show.publish}</PostButton>
        )}
      </ButtonRow>
      <Disclosure summary={show.discard}>
        <p>{show.discardHint}</p>
        <PostButton look="danger" hidden={{ step: 'discard', version }}>
          {show.discard}
        </PostButton>
      </Disclosure>
    </Section>
  )
}

/** What becomes of the figures, before anybody publishes. */
function ChangeList({ kind, titles, ...lists }: Change & { titles: Record<string, string> }) {
  const { show, change } = useMessages().questionnaireEditor
  return (
    <Section title={show.changes} level={3}>
      <p className="measure">{change[kind]}</p>
      <ul>
        {(['added', 'removed', 'changed', 'reworded'] as const).map((list) =>
          lists[list].length > 0 ? (
            <li key={list}>
              {show[list]}:
              <ul>
                {lists[list].map((key) => (
                  <li key={key}>
                    {titles[key] ?? key} <code className="muted">{key}</code>
                  </li>
                ))}
              </ul>
            </li>
          ) : null,
        )}
      </ul>
      {lists.changed.length > 0 && <Notice kind="warning" title={show.newKey} />}
    </Section>
  )
}

function Versions() {
  const { id, versions, isRetired } = useLoaderData<typeof loader>()
  const locale = useLocale()
  const { show } = useMessages().questionnaireEditor
  const numbered = versions.map((version, place) => ({ ...version, place, number: versions.length - place }))
  return (
    <Section title={show.versions}>
      <DataTable
        caption={show.versions}
        rows={numbered}
        rowKey={({ hash }) => hash}
        columns={[
          { key: 'number', header: show.version, rowHeader: true, cell: ({ number }) => String(number) },
          {
            key: 'published',
            header: show.published,
            cell: ({ publishedAt }) => formatDay(dayOf(publishedAt), locale),
          },
          {
            key: 'state',
            header: show.state,
            cell: ({ place }) => (place === 0 && !isRetired ? show.current : show.retiredVersion),
          },
          {
            key: 'fingerprint',
            header: show.fingerprint,
            cell: ({ hash }) => <code className="fingerprint">{hash.slice(0, 16)}</code>,
          },
          {
            key: 'export',
            header: show.export,
            action: true,
            cell: ({ hash, number }) => (
              <a
                href={`/questionnaires/${id}/definition.json?version=${hash}`}
                aria-label={show.exportOf(number)}
              >
                JSON
              </a>
            ),
          },
        ]}
      />
    </Section>
  )
}
