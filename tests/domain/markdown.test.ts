import { expect, test } from 'vitest'
import { blocksIn } from '#app/domain/markdown.ts'

test('headings, paragraphs and lists come one below the other, without their signs', () => {
  expect(
    blocksIn('# Ausblick\n\nDas **zweite** Jahr\nbeginnt.\n\n- eins\n- zwei\n  1. darin\n\nEnde'),
  ).toEqual([
    { kind: 'heading', words: 'Ausblick' },
    { kind: 'paragraph', words: 'Das zweite Jahr beginnt.', links: [] },
    { kind: 'list', points: ['eins', 'zwei', '1. darin'], links: [] },
    { kind: 'paragraph', words: 'Ende', links: [] },
  ])
})

test('links are kept where they lead somewhere by themselves, and dangerous ones are words', () => {
  expect(
    blocksIn('Siehe [Beschluss](https://example.org/b) und [hier](/courses), [x](javascript:alert(1)).'),
  ).toEqual([
    {
      kind: 'paragraph',
      words: 'Siehe Beschluss und hier, [x](javascript:alert(1)).',
      links: [{ label: 'Beschluss', url: 'https://example.org/b' }],
    },
  ])
})

test('HTML is a text like any other, and numbers of a list go on', () => {
  expect(blocksIn('<b>fett</b>')).toEqual([{ kind: 'paragraph', words: '<b>fett</b>', links: [] }])
  expect(blocksIn('3. drei\n4. vier')).toEqual([{ kind: 'list', points: ['3. drei', '4. vier'], links: [] }])
})
