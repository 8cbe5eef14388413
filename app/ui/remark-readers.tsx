// Who reads the remarks of a round: chosen when it is planned, and afterwards only ever fewer.

import { READERS_FOR, type RemarkReaders } from '#app/domain/remark-readers.ts'
import { hasNotBegun, type RoundKind, type RoundState } from '#app/domain/evaluation.ts'
import type { Messages } from '#app/i18n/index.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Form, type FieldErrors } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'

type Choice = { offered: readonly RemarkReaders[]; chosen: RemarkReaders | null; hint: string }

/** An element and no component, so that the form finds its label. */
export function readersField({ round: { remarkReaders: words } }: Messages, choice: Choice) {
  const options = choice.offered.map((readers) => {
    return { value: readers, label: words.choice[readers], hint: words.meaning[readers] }
  })
  return (
    <RadioGroup
      name="remarkReaders"
      label={words.title}
      hint={choice.hint}
      options={options}
      defaultValue={choice.chosen}
      required
    />
  )
}

type ChangeReadersProps = {
  round: { kind: RoundKind; state: RoundState; remarkReaders: RemarkReaders }
  /** Who could become the readers instead; the form is left out where nobody could. */
  readers: readonly RemarkReaders[]
  answer: { errors?: FieldErrors | undefined; submitted?: object | undefined }
}

/** Until a round begins any choice of its kind, afterwards only fewer. */
export function ChangeReaders({ round, readers, answer }: ChangeReadersProps) {
  const t = useMessages()
  const words = t.round.remarkReaders
  if (readers.length === 0) return null
  const choice = hasNotBegun(round.state)
    ? { offered: READERS_FOR[round.kind], chosen: round.remarkReaders, hint: words.hint }
    : { offered: readers, chosen: null, hint: words.fewerHint }
  return (
    <div className="section measure">
      <Disclosure
        summary={hasNotBegun(round.state) ? words.change : words.fewer}
        open={answer.errors !== undefined}
      >
        <Form hidden={{ step: 'readers' }} prefix="readers" {...answer}>
          {readersField(t, choice)}
          <ButtonRow>
            <Button>{words.save}</Button>
          </ButtonRow>
        </Form>
      </Disclosure>
    </div>
  )
}
