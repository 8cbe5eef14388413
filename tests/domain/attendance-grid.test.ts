import { expect, test } from 'vitest'
import { gridOf, presentAt } from '#app/domain/attendance-grid.ts'

const meetings = ['first', 'second'].map((id) => ({ id, startsAt: new Date(0), units: 4 }))
const mark = (meetingId: string, status: 'present' | 'partial' | 'absent', units: number) => {
  return { meetingId, status, units }
}
const person = { organisation: 'Riesa', standing: 'seated' as const }

test('everybody with a place is in the grid, with what is recorded and what is not yet', () => {
  const grid = gridOf(
    meetings,
    [
      { ...person, enrolmentId: 'a', name: 'Adler', marks: [mark('first', 'partial', 3)] },
      { ...person, enrolmentId: 'b', name: 'Braun', standing: 'excused', marks: [] },
      { ...person, enrolmentId: 'c', name: 'Chrobok', standing: 'ended', marks: [] },
      { ...person, enrolmentId: 'd', name: 'Dietze', standing: 'ended', marks: [mark('first', 'absent', 0)] },
    ],
    [{ id: 'g', meetingId: 'second', name: 'Gast', organisation: '', units: 4 }],
  )
  expect(grid.rows.map(({ name, cells, units }) => [name, ...cells.map(({ word }) => word), units])).toEqual([
    ['Adler', 'partial', 'registered', 3],
    ['Braun', 'excused-before', 'excused-before', 0],
    ['Dietze', 'absent', 'not-asked', 0],
    ['Gast', 'not-asked', 'guest', 4],
  ])
  expect(grid.unitsPlanned).toBe(8)
  expect(presentAt(grid)).toEqual([1, 1])
})

test('a list that nobody has begun is told from one in which nobody was there', () => {
  const grid = gridOf(
    meetings,
    [{ ...person, enrolmentId: 'a', name: 'Adler', marks: [mark('first', 'absent', 0)] }],
    [],
  )
  expect(presentAt(grid)).toEqual([0, null])
})
