import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { BLANKED_TOKEN, failureOf, OUTBOX_STATES, type Letter, type MailSender } from '#app/domain/mail.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { id, parseForm } from '#app/http/form.ts'
import { originOf } from '#app/http/origin.ts'
import { choiceFrom, pageFrom, pagesOf, wordsFrom } from '#app/http/query.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { mailTexts } from '#app/http/mail-texts.server.ts'
import { letterOf, type MailTexts } from '#app/i18n/letter.ts'
import { PostButton } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/choice-field.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { TextField } from '#app/ui/field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { LetterText } from '#app/ui/letter-text.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { FailedMails, MailAddressee, MailState, MailStateWithReason } from '#app/ui/outbox.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { Moment } from '#app/ui/time.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { countOutbox, listOutbox, readMail, retryAll, retryMail, type OutboxMail } from '#db/outbox.ts'
import { getSettings } from '#db/settings.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.outbox.title)

const PAGE_SIZE = 50

/** One mail, or all of them. */
const RetryForm = z.object({ id: id().optional() })

/** The list, or with ?mail=… one mail. What a mail says is read there only, and that somebody read it is recorded. */
export async function loader({ request, context: { db, environment }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'outbox:read')
  const query = new URL(request.url).searchParams
  const settings = await getSettings(db)
  const sends = environment.smtpUrl !== null && !settings.demo
  const frame = { sends, demo: settings.demo, done: query.get('done') === 'retry' }
  const wanted = query.get('mail')
  if (wanted !== null) {
    const mail = found(await readMail(db, actor.id, idFrom(wanted), new Date()))
    const from = { ...settings, district: settings.districtName, origin: originOf(context, request) }
    return {
      ...frame,
      mail: withoutData(mail),
      ...letterFor(mail, from, await mailTexts(db), sends),
      list: null,
    }
  }
  const filter = { state: choiceFrom(query, 'state', OUTBOX_STATES), address: wordsFrom(query, 'address') }
  const page = pageFrom(query)
  const { mails, total } = await listOutbox(db, filter, { page, size: PAGE_SIZE })
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return {
    ...frame,
    mail: null,
    list: {
      mails: mails.map(withoutData),
      failed: (await countOutbox(db)).failed,
      showsFailed: filter.state === 'failed',
      page,
      pages: pagesOf(total, PAGE_SIZE),
      isFiltered,
    },
  }
}

/** Sends once more what was given up. */
export async function action({ request, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'outbox:read')
  const form = await parseForm(request, RetryForm)
  if (!form.ok) return data(null, 400)
  if (form.value.id) await retryMail(db, actor.id, form.value.id, new Date())
  else await retryAll(db, actor.id, new Date())
  return redirect('/admin/outbox?done=retry')
}

type MailLine = Omit<OutboxMail, 'data'>

/** The facts of a mail hold names and links: they stay on the server. */
function withoutData({ data: _, ...line }: OutboxMail): MailLine {
  return line
}

/**
 * The letter as it goes out. Where mails are sent, the secret of a link belongs to its addressee alone; where none
 * are, reading here is the only way to it. Null when the facts are of an older version and fit no letter any more.
 */
function letterFor(
  mail: OutboxMail,
  from: MailSender,
  texts: MailTexts,
  sends: boolean,
): { letter: Letter | null; secretHidden: boolean } {
  const hasSecret = 'token' in mail.data
  const facts = hasSecret && sends ? { ...mail.data, token: BLANKED_TOKEN } : mail.data
  const secretHidden = 'token' in facts && facts.token === BLANKED_TOKEN
  try {
    return { letter: letterOf({ ...mail, data: facts }, from, texts), secretHidden }
  } catch {
    return { letter: null, secretHidden }
  }
}

export default function OutboxPage() {
  const page = useLoaderData<typeof loader>()
  return page.mail ? (
    <OneMail mail={page.mail} letter={page.letter} secretHidden={page.secretHidden} sends={page.sends} />
  ) : (
    <MailList />
  )
}

function MailList() {
  const { list, done, sends, demo } = useLoaderData<typeof loader>()
  const t = useMessages()
  const words = t.outbox
  if (!list) return null
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ href: '/admin', label: t.administration.title }]}
      />
      {done && <Notice kind="success" title={words.retried} answer />}
      {!sends && (
        <Notice kind="info" title={demo ? words.notSendingDemo : words.notSendingTitle}>
          <p>{words.notSending}</p>
        </Notice>
      )}
      {list.failed > 0 && <FailedMails count={list.failed} sends={sends} isShown={list.showsFailed} />}
      <FilterBar>
        <SelectField
          name="state"
          label={words.stateLabel}
          blank={words.allStates}
          options={OUTBOX_STATES.map((state) => ({ value: state, label: words.state[state] }))}
        />
        <TextField name="address" label={words.address} type="search" />
      </FilterBar>
      <MailTable
        mails={list.mails}
        sends={sends}
        empty={<Empty>{list.isFiltered ? words.empty : words.nothingYet}</Empty>}
      />
      <Pagination page={list.page} pages={list.pages} />
    </>
  )
}

function MailTable(props: { mails: readonly MailLine[]; sends: boolean; empty: ReactNode }) {
  const words = useMessages().outbox
  return (
    <DataTable
      caption={words.title}
      rows={props.mails}
      rowKey={({ id }) => id}
      empty={props.empty}
      columns={[
        {
          key: 'kind',
          header: words.about,
          rowHeader: true,
          cell: ({ id, kind }) => <a href={`/admin/outbox?mail=${id}`}>{words.kind[kind]}</a>,
        },
        { key: 'to', header: words.to, cell: (mail) => <MailAddressee mail={mail} /> },
        { key: 'written', header: words.written, cell: ({ createdAt }) => <Moment value={createdAt} /> },
        { key: 'state', header: words.stateLabel, cell: (mail) => <MailStateWithReason mail={mail} /> },
        {
          key: 'retry',
          header: words.retry,
          action: true,
          cell: (mail) => props.sends && <Retry mail={mail} />,
        },
      ]}
    />
  )
}

function Retry({ mail: { id: mailId, state } }: { mail: MailLine }) {
  const words = useMessages().outbox
  if (state !== 'failed') return null
  return (
    <PostButton action="/admin/outbox" hidden={{ id: mailId }}>
      {words.retry}
    </PostButton>
  )
}

type OneMailProps = { mail: MailLine; letter: Letter | null; secretHidden: boolean; sends: boolean }

function OneMail({ mail, letter, secretHidden, sends }: OneMailProps) {
  const t = useMessages()
  const words = t.outbox
  return (
    <div className="measure">
      <PageHeader
        title={words.kind[mail.kind]}
        badge={<MailState state={mail.state} />}
        breadcrumbs={[
          { href: '/admin', label: t.administration.title },
          { href: '/admin/outbox', label: words.title },
        ]}
        action={sends && <Retry mail={mail} />}
      />
      <Delivery mail={mail} sends={sends} />
      <Section title={words.letter}>
        {letter ? (
          <LetterText subjectLabel={words.subject} letter={letter} />
        ) : (
          <Notice kind="warning" title={words.unreadable} />
        )}
        {secretHidden && <p>{words.secretHidden}</p>}
        <p className="muted">{words.readNoted}</p>
      </Section>
    </div>
  )
}

function Delivery({ mail, sends }: { mail: MailLine; sends: boolean }) {
  const words = useMessages().outbox
  const { createdAt, sentAt, attempts, lastError, nextAttemptAt, state, digestAt } = mail
  return (
    <DescriptionList
      facts={[
        { term: words.to, value: <MailAddressee mail={mail} /> },
        { term: words.written, value: <Moment value={createdAt} /> },
        { term: words.sent, value: sentAt ? <Moment value={sentAt} /> : undefined },
        { term: words.attempts, value: attempts > 0 ? attempts : undefined },
        {
          term: words.next,
          value: sends && state === 'waiting' ? <Moment value={nextAttemptAt} /> : undefined,
        },
        {
          term: words.digestAt,
          value: digestAt && state === 'held' ? <Moment value={digestAt} /> : undefined,
        },
        { term: words.reason, value: state === 'failed' ? words.failure[failureOf(lastError)] : undefined },
        { term: words.lastError, value: lastError === 'outdated' ? undefined : (lastError ?? undefined) },
      ]}
    />
  )
}
