import { expect, test } from 'vitest'
import { CheckboxField, CheckboxGroup, RadioGroup, SelectField } from '#app/ui/choice-field.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { DateField, NumberField, TextArea, TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { html, tag } from '#tests/ui/render.tsx'

const formats = [
  { value: 'on-site', label: 'In Präsenz' },
  { value: 'online', label: 'Online' },
]

test('the summary of errors has the focus, names the fields in their order and leads to them', () => {
  const page = html(
    <Form
      errors={{ format: 'required', title: 'required', seats: 'Höchstens 40 Plätze passen in den Raum.' }}
    >
      <TextField name="title" label="Titel" required />
      <div>
        <NumberField name="seats" label="Plätze" required />
      </div>
      <RadioGroup name="format" label="Format" options={formats} required />
    </Form>,
  )

  expect(tag(page, 'div', 'kern-alert')).toContain('tabindex="-1"')
  expect(tag(page, 'div', 'kern-alert')).toContain('autofocus')
  expect(page).toContain('Bitte prüfen Sie 3 Angaben')
  const links = [...page.matchAll(/<a href="#([^"]+)">([^<]+)/g)].map(([, id, text]) => [id, text])
  expect(links).toEqual([
    ['title', 'Titel: Diese Angabe fehlt noch.'],
    ['seats', 'Plätze: Höchstens 40 Plätze passen in den Raum.'],
    ['format', 'Format: Diese Angabe fehlt noch.'],
  ])
  for (const [id] of links) expect(tag(page, 'input', `id="${id}"`)).not.toContain('no <')
})

test('a number out of its bounds is told the bound, at the field and above', () => {
  const page = html(
    <Form errors={{ seats: 'too-small', share: 'too-big', other: 'too-big' }}>
      <NumberField name="seats" label="Plätze" min={1} max={1_000} />
      <NumberField name="share" label="Anteil" min={0} max={1_000} />
      <NumberField name="other" label="Sonstiges" />
    </Form>,
  )
  const times = (sentence: string) => page.split(sentence).length - 1
  expect(times('Bitte geben Sie mindestens 1 ein.')).toBe(2)
  expect(times('Bitte geben Sie höchstens 1.000 ein.')).toBe(2)
  expect(times('Bitte geben Sie einen kleineren Wert ein.')).toBe(2)
})

test('a form without errors has no summary', () => {
  expect(html(<Form>{null}</Form>)).not.toContain('kern-alert')
})

test('a rule that says no is read aloud above the form', () => {
  const page = html(<Form refusal="Der Workshop ist ausgebucht.">{null}</Form>)
  expect(tag(page, 'div', 'kern-alert')).toContain('role="alert"')
  expect(page).toContain('Der Workshop ist ausgebucht.')
})

test('a field is described by its hint and by its error, and says that it is wrong', () => {
  const page = html(
    <Form errors={{ place: 'too-long' }}>
      <TextField name="place" label="Ort" hint="Mit Raum." maxLength={80} autoComplete="off" />
    </Form>,
  )
  const input = tag(page, 'input', 'name="place"')
  expect(input).toContain('aria-describedby="place-hint place-error"')
  expect(input).toContain('aria-invalid="true"')
  expect(input).toContain('maxLength="80"')
  expect(page).toContain('<label class="kern-label" for="place">')
  expect(page).toMatch(/id="place-hint">Mit Raum\./)
  expect(page).toMatch(/id="place-error".*Bitte kürzen Sie den Text\./)
})

test('fields that may stay empty say so in words, required ones are required', () => {
  const page = html(
    <Form>
      <TextField name="title" label="Titel" required />
      <TextArea name="note" label="Hinweis" maxLength={500} />
    </Form>,
  )
  expect(page.match(/\(freiwillig\)/g)).toHaveLength(1)
  expect(tag(page, 'input', 'name="title"')).toContain('required')
  expect(page).toContain('Höchstens 500 Zeichen.')
})

test('a form starts from what is stored', () => {
  const course = {
    title: 'Netze',
    seats: 12,
    day: '2026-12-03',
    format: 'online',
    audiences: ['it'],
    open: true,
  }
  const page = html(
    <Form values={course}>
      <TextField name="title" label="Titel" />
      <NumberField name="seats" label="Plätze" />
      <DateField name="day" label="Tag" />
      <SelectField name="format" label="Format" options={formats} />
      <CheckboxGroup name="audiences" label="Für wen" options={[{ value: 'it', label: 'IT' }]} />
      <CheckboxField name="open" label="Offen" />
    </Form>,
  )
  expect(tag(page, 'input', 'name="title"')).toContain('value="Netze"')
  expect(tag(page, 'input', 'name="seats"')).toContain('value="12"')
  expect(tag(page, 'input', 'name="day"')).toContain('value="2026-12-03"')
  expect(tag(page, 'option', 'value="online"')).toContain('selected')
  expect(tag(page, 'input', 'name="audiences"')).toContain('checked')
  expect(tag(page, 'input', 'name="open"')).toContain('checked')
})

test('what was typed stays, even where it empties or unticks what is stored', () => {
  const page = html(
    <Form values={{ title: 'Netze', open: true }} submitted={{ title: '' }} errors={{ title: 'required' }}>
      <TextField name="title" label="Titel" required />
      <CheckboxField name="open" label="Offen" />
    </Form>,
  )
  expect(tag(page, 'input', 'name="title"')).toContain('value=""')
  expect(tag(page, 'input', 'name="open"')).not.toContain('checked')
})

test('a password is never written back into the page', () => {
  const page = html(
    <Form submitted={{ password: 'geheim-geheim' }}>
      <TextField name="password" label="Passwort" type="password" autoComplete="current-password" required />
    </Form>,
  )
  expect(page).not.toContain('geheim-geheim')
})

test('a question with several answers is one group with one name and one error', () => {
  const page = html(
    <Form errors={{ format: 'required' }} submitted={{ format: 'online' }}>
      <RadioGroup name="format" label="Format" hint="Nur eines." options={formats} required />
    </Form>,
  )
  expect(tag(page, 'fieldset')).toContain('aria-describedby="format-hint format-error"')
  expect(page).toContain('<legend class="kern-label">Format</legend>')
  expect(tag(page, 'input', 'value="online"')).toContain('checked')
  expect(tag(page, 'input', 'value="on-site"')).not.toContain('checked')
})

test('two forms with the same fields keep their ids apart', () => {
  const page = html(
    <Form prefix="second" errors={{ title: 'required' }}>
      <TextField name="title" label="Titel" required />
    </Form>,
  )
  expect(tag(page, 'a')).toContain('href="#second-title"')
  expect(tag(page, 'input', 'name="title"')).toContain('id="second-title"')
})

test('the id of a form goes along unseen', () => {
  const page = html(<Form id="5f0c">{null}</Form>)
  expect(tag(page, 'input', 'name="id"')).toBe('<input type="hidden" name="id" value="5f0c"/>')
})

test('something dangerous names its consequence and has a way back', () => {
  const page = html(
    <Confirm
      consequence="12 Angemeldete erhalten eine E-Mail."
      confirm="Absagen"
      back={{ href: '/workshops/1' }}
    />,
  )
  expect(page).toContain('12 Angemeldete erhalten eine E-Mail.')
  expect(tag(page, 'button')).toContain('kern-btn--danger')
  expect(tag(page, 'a', '/workshops/1')).toContain('href="/workshops/1"')
})

test('after an error a form is still compared with what it opened with, or correcting it would overwrite others', () => {
  const shown = (errors: Record<string, string>) =>
    html(
      <Form
        errors={errors}
        submitted={{ version: '3', opened: '{"title":"Alt"}', title: '' }}
        hidden={{ version: '4', opened: '{"title":"Neu"}' }}
      >
        <TextField name="title" label="Titel" required />
      </Form>,
    )
  expect(tag(shown({ title: 'required' }), 'input', 'name="version"')).toContain('value="3"')
  expect(tag(shown({ title: 'required' }), 'input', 'name="opened"')).toContain('Alt')
  // Without one it is a conflict that has just been shown, and that is what is saved now.
  expect(tag(shown({}), 'input', 'name="version"')).toContain('value="4"')
  expect(tag(shown({}), 'input', 'name="opened"')).toContain('Neu')
})
