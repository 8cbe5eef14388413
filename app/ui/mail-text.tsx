import type { MailText } from '#app/domain/mail-text.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Card, CardList } from '#app/ui/list.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { Moment } from '#app/ui/time.tsx'

type PlaceholdersProps = {
  placeholders: readonly { name: string; example: string }[]
  required: readonly string[]
}

/** What may stand between braces in one text, what for, and what must. */
export function Placeholders({ placeholders, required }: PlaceholdersProps) {
  const words = useMessages().mailText
  return (
    <>
      <p>{words.placeholdersText}</p>
      <DataTable
        caption={words.placeholders}
        rows={placeholders}
        rowKey={({ name }) => name}
        columns={[
          {
            key: 'name',
            header: words.placeholder,
            rowHeader: true,
            cell: ({ name }) =>
              required.includes(name) ? (
                <>
                  <strong>{`{{${name}}}`}</strong> <span className="muted">({words.mandatory})</span>
                </>
              ) : (
                `{{${name}}}`
              ),
          },
          {
            key: 'example',
            header: words.example,
            cell: ({ example }) => <span className="as-typed">{example}</span>,
          },
        ]}
      />
    </>
  )
}

type Version = { version: number; text: MailText | null; author: string; createdAt: Date }

/** What a text said before: nothing that was ever sent is lost. */
export function MailTextHistory({ versions }: { versions: readonly Version[] }) {
  const words = useMessages().mailText
  if (versions.length === 0) return <Empty>{words.noHistory}</Empty>
  return (
    <CardList>
      {versions.map(({ version, text, author, createdAt }) => (
        <Card
          key={version}
          title={text?.subject ?? words.wasReset}
          preline={
            <>
              <Moment value={createdAt} />, {words.versionOf(version, author)}
            </>
          }
        >
          {text && <p className="as-typed">{text.body}</p>}
        </Card>
      ))}
    </CardList>
  )
}
