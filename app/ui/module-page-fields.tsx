import { FILE_FIELDS, type FileField as Field } from '#app/domain/file.ts'
import type { PageKind } from '#app/domain/module.ts'
import type { Messages } from '#app/i18n/index.ts'
import { FileField, NumberField, TextArea, TextField } from '#app/ui/field.tsx'

type Given = {
  kind: PageKind
  fileNames: { file: string | null; captions: string | null }
  megabytes: number
}

/** What is asked about a page of its kind. Elements and no component, so that the form finds their labels. */
export function modulePageFields(t: Messages, { kind, fileNames, megabytes }: Given) {
  const { page } = t.module
  const hint = (field: Field, name: string | null) =>
    [name && t.file.current(name), t.file.hint(field, megabytes)].filter(Boolean).join(' ')
  const field: Field = kind === 'video' ? 'video' : 'material'
  return (
    <>
      <TextField name="title" label={page.name} required maxLength={150} />
      <TextArea name="body" label={page.body} hint={page.bodyHint} maxLength={20_000} rows={12} />
      {(kind === 'file' || kind === 'video') && (
        <FileField
          name="file"
          label={t.file.field}
          hint={hint(field, fileNames.file)}
          required={fileNames.file === null}
          accept={endsOf(field)}
        />
      )}
      {kind === 'file' && (
        <TextField
          name="alternativeText"
          label={t.file.alternativeText}
          hint={t.file.alternativeTextHint}
          maxLength={300}
        />
      )}
      {kind === 'video' && (
        <FileField
          name="captions"
          label={page.captions}
          hint={`${page.captionsHint} ${hint('captions', fileNames.captions)}`}
          accept={endsOf('captions')}
        />
      )}
      {kind === 'link' && (
        <TextField name="url" type="url" label={page.url} hint={page.urlHint} required maxLength={500} />
      )}
      {kind === 'quiz' && (
        <>
          <NumberField
            name="passPercent"
            label={page.passPercent}
            unit={page.percent}
            required
            min={1}
            max={100}
          />
          <NumberField name="attempts" label={page.attempts} hint={page.attemptsHint} min={1} max={20} />
        </>
      )}
    </>
  )
}

const endsOf = (field: Field) => FILE_FIELDS[field].map((end) => `.${end}`).join(',')
