import { expect, test } from 'vitest'
import { RoundReview } from '#app/ui/round-review.tsx'
import { html, tag } from '#tests/ui/render.tsx'

const question = {
  kind: 'text' as const,
  key: 'liked',
  title: { de: 'Was war gut?', en: null },
  hint: null,
  shownIf: null,
  maxLength: 500,
  lines: 'many' as const,
}
const text = (id: string, review: 'pending' | 'shown') => ({
  ...{ id, itemKey: 'liked', body: `Anmerkung ${id}`, shortened: null, review },
})

test('remarks can be decided on little by little: a browser demands none of the choices before it sends', () => {
  const page = html(
    <RoundReview
      texts={[text('a', 'shown'), text('b', 'pending')]}
      questions={[question]}
      minimum={5}
      inReport={false}
      answer={{}}
    />,
  )
  expect(tag(page, 'input', 'name="text.b"')).toContain('type="radio"')
  expect(page.match(/<input[^>]*\srequired/g) ?? []).toEqual([])
  expect(page).not.toMatch(/\(optional\)|freiwillig/i)
})
