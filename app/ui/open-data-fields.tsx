// What a district gives away of its figures, and as whom.

import type { Messages } from '#app/i18n/index.ts'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { TextField } from '#app/ui/field.tsx'

/** Elements and no component, so that the form finds their labels. */
export function openDataFields({ openData: { settings: words } }: Messages) {
  return (
    <Disclosure summary={words.title}>
      <div className="stack">
        <p className="muted">{words.lead}</p>
        <CheckboxField name="openData" label={words.isOn} />
        <TextField
          name="openDataContributor"
          label={words.contributor}
          hint={words.contributorHint}
          maxLength={200}
        />
        <p>
          <a href="/open-data/catalog.ttl">{words.preview}</a>
        </p>
      </div>
    </Disclosure>
  )
}
