import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { textOfTable, type ImportColumn } from '#app/domain/people-import.ts'
import { can } from '#app/domain/policy.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { formatList } from '#app/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { FileField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { Steps } from '#app/ui/steps.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { pageTitle } from '#app/ui/title.ts'
import {
  checkImport,
  runImport,
  type FileRefusal,
  type ImportLine,
  type ImportResult,
} from '#db/people-import.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.peopleImport.title)

export async function loader({ request, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'person:manage')
  return null
}

/** Without `confirmed` nothing is written: the file is read, and what would become of it is shown. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'person:manage')
  const form = await request.formData()
  const text = await tableIn(form)
  if (text === undefined) return refuse('no-file')

  const given = { text, mayAssignRoles: can(actor, 'role:assign'), invite: form.get('invite') === 'on' }
  const now = new Date()
  if (form.get('intent') !== 'run') {
    const check = await checkImport(context.db, given, now)
    return check.ok
      ? data({ step: 'checked' as const, lines: check.lines, faulty: check.faulty, text })
      : refuse(check.refusal, check.missing)
  }
  const result: ImportResult = await runImport(context.db, actor.id, given, now)
  return result.ok ? data({ step: 'done' as const, lines: result.lines }) : refuse(result.refusal)
}

type Refusal = FileRefusal | 'faulty-lines' | 'no-file'

function refuse(refusal: Refusal, missing: ImportColumn[] = []) {
  return data({ step: 'refused' as const, refusal, missing }, refusal === 'no-file' ? 400 : 409)
}

/** The uploaded file, or the text that the check has read already and the confirming form brings along. */
async function tableIn(form: FormData): Promise<string | undefined> {
  const text = form.get('text')
  if (typeof text === 'string') return text
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return undefined
  return textOfTable(new Uint8Array(await file.arrayBuffer()))
}

export default function PeopleImportPage() {
  const sent = useActionData<typeof action>()
  const t = useMessages()
  const words = t.peopleImport
  const step = sent?.step === 'checked' ? 1 : sent?.step === 'done' ? 2 : 0
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[
          { href: '/admin', label: t.administration.title },
          { href: '/admin/people', label: t.person.list.title },
        ]}
      />
      <Steps steps={words.steps.map((label) => ({ label }))} current={step} />
      {sent?.step === 'checked' ? (
        <Checked lines={sent.lines} faulty={sent.faulty} text={sent.text} />
      ) : sent?.step === 'done' ? (
        <Done />
      ) : (
        <Choose refusal={sent?.refusal} missing={sent?.missing ?? []} />
      )}
    </>
  )
}

function Choose({ refusal, missing }: { refusal: Refusal | undefined; missing: ImportColumn[] }) {
  const t = useMessages()
  const locale = useLocale()
  const words = t.peopleImport
  const columns = missing.map((column) => words.column[column])
  const text = refusal && refusal !== 'no-file' ? words.refusal[refusal] : undefined
  return (
    <div className="measure stack">
      <Form
        files
        errors={refusal === 'no-file' ? { file: words.noFile } : {}}
        refusal={
          text && (columns.length > 0 ? `${text} ${words.missing(formatList(columns, locale))}` : text)
        }
      >
        <FileField
          name="file"
          label={words.file}
          hint={words.fileHint}
          accept=".csv,text/csv,text/plain"
          required
        />
        <ButtonRow>
          <Button look="primary">{words.check}</Button>
          <ButtonLink href={templateHref(Object.values(words.column))} download={words.templateName}>
            {words.template}
          </ButtonLink>
        </ButtonRow>
      </Form>
      <Disclosure summary={words.howTitle}>
        <ul>
          {words.how.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}

/** The mark at the start tells spreadsheets that umlauts are UTF-8. */
function templateHref(headers: string[]): string {
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${headers.join(';')}\r\n`)}`
}

function Checked({ lines, faulty, text }: { lines: ImportLine[]; faulty: number; text: string }) {
  const words = useMessages().peopleImport
  if (faulty > 0) {
    return (
      <>
        <Notice kind="danger" title={words.faulty(faulty, lines.length)} answer />
        <FaultyLines lines={lines} />
        <ButtonRow>
          <ButtonLink look="primary" href="/admin/people/import">
            {words.again}
          </ButtonLink>
        </ButtonRow>
      </>
    )
  }
  return (
    <>
      <Notice kind="success" title={words.good(lines.length)} answer>
        <p>{countsOf(lines, words.counts)}</p>
      </Notice>
      <Form hidden={{ intent: 'run', text }} files>
        <CheckboxField name="invite" label={words.invite} defaultChecked />
        <ButtonRow>
          <Button look="primary">{words.confirm}</Button>
          <ButtonLink href="/admin/people/import">{words.again}</ButtonLink>
        </ButtonRow>
      </Form>
      <GoodLines lines={lines} />
    </>
  )
}

function countsOf(lines: ImportLine[], say: (added: number, extended: number, unchanged: number) => string) {
  const count = (outcome: string) =>
    lines.filter((each) => 'outcome' in each && each.outcome === outcome).length
  return say(count('new'), count('extended'), count('unchanged'))
}

/** Only what needs mending: two thousand good lines would hide the three bad ones. */
function FaultyLines({ lines }: { lines: ImportLine[] }) {
  const words = useMessages().peopleImport
  const rows = lines.flatMap((each) => ('problems' in each ? [each] : []))
  return (
    <DataTable
      caption={words.wrong}
      rows={rows}
      rowKey={(row) => String(row.line)}
      columns={[
        {
          key: 'line',
          header: words.line,
          rowHeader: true,
          cell: (row) => (
            <>
              {words.line} {row.line}
            </>
          ),
        },
        { key: 'text', header: words.inFile, cell: (row) => row.text },
        {
          key: 'problems',
          header: words.wrong,
          cell: (row) => row.problems.map((problem) => <div key={problem}>{words.problem[problem]}</div>),
        },
      ]}
    />
  )
}

function GoodLines({ lines }: { lines: ImportLine[] }) {
  const t = useMessages()
  const words = t.peopleImport
  const rows = lines.flatMap((each) => ('outcome' in each ? [each] : []))
  return (
    <DataTable
      caption={words.what}
      rows={rows}
      rowKey={(row) => String(row.line)}
      columns={[
        { key: 'name', header: t.person.name, rowHeader: true, cell: (row) => row.name },
        { key: 'email', header: t.person.email, cell: (row) => row.email },
        { key: 'line', header: words.line, numeric: true, cell: (row) => row.line },
        {
          key: 'what',
          header: words.what,
          cell: (row) => (
            <Badge kind={row.outcome === 'unchanged' ? 'plain' : 'success'}>
              {words.outcome[row.outcome]}
            </Badge>
          ),
        },
      ]}
    />
  )
}

function Done() {
  const words = useMessages().peopleImport
  return (
    <>
      <Notice kind="success" title={words.done} answer />
      <ButtonRow>
        <ButtonLink look="primary" href="/admin/people">
          {words.toPeople}
        </ButtonLink>
        <ButtonLink href="/admin/people/import">{words.again}</ButtonLink>
      </ButtonRow>
    </>
  )
}
