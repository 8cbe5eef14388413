import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayRateOffice } from '#app/domain/disclosure.ts'
import { ROUND_KINDS } from '#app/domain/evaluation.ts'
import { can, GUEST, ROLES, type Action, type Role } from '#app/domain/policy.ts'
import { readersRefusal, readersToChoose, READERS_FOR, REMARK_READERS } from '#app/domain/remark-readers.ts'
import { ballotNotice } from '#app/i18n/ballot-notice.ts'
import { messages } from '#app/i18n/index.ts'

const NOW = new Date('2026-03-11T09:00:00Z')
const rank = (readers: (typeof REMARK_READERS)[number]) => REMARK_READERS.indexOf(readers)
const committee = { roles: ['committee'] }

const someRound = fc.record({
  kind: fc.constantFrom(...ROUND_KINDS),
  remarkReaders: fc.constantFrom(...REMARK_READERS),
  openedAt: fc.constantFrom(null, NOW),
  givenUpAt: fc.constantFrom(null, NOW),
})
const somebody = fc.record({ roles: fc.subarray([...ROLES]) })

test('once a round has begun its remarks never get a reader who was not promised', () => {
  fc.assert(
    fc.property(someRound, fc.constantFrom(...REMARK_READERS), somebody, (round, readers, person) => {
      if (readersRefusal(round, readers, person) !== null) return
      expect(READERS_FOR[round.kind] as readonly string[]).toContain(readers)
      expect(round.givenUpAt).toBeNull()
      if (round.openedAt === null) return
      expect(rank(readers)).toBeLessThan(rank(round.remarkReaders))
      expect(mayRateOffice(round.kind) && person.roles.includes('coordinator')).toBe(false)
    }),
  )
})

test('until it begins anything of its kind can be promised, and only the competence centre is in the report', () => {
  const planned = { remarkReaders: 'offices', openedAt: null, givenUpAt: null } as const
  const offered = ROUND_KINDS.map((kind) => [kind, readersToChoose({ ...planned, kind }, committee)])
  expect(Object.fromEntries(offered)).toEqual({
    workshop: [],
    transfer: [],
    'competence-centre': ['committee', 'report'],
    needs: ['committee'],
    free: ['committee'],
  })
})

test('whoever reads the report reads remarks in it: where they are promised to it, all of them are named', () => {
  const words = { committee: 'Lenkungsausschuss', coordinator: 'Koordination', staffCouncil: 'Personalrat' }
  const named: Partial<Record<Role, string>> = { ...words, consultant: 'externe Beratung' }
  const readsWith = (action: Action & ('report:download' | 'indicator:read')) =>
    ROLES.filter((role) => can({ ...GUEST, id: 'somebody', roles: [role] }, action))
  for (const action of ['report:download', 'indicator:read'] as const) {
    for (const role of readsWith(action)) expect(said('report')).toContain(named[role] ?? role)
  }
  expect(said('committee')).not.toContain('externe Beratung')
  expect(said('offices')).toContain('Der Lenkungsausschuss bekommt nur die Zahlen')
})

function said(remarkReaders: (typeof REMARK_READERS)[number]): string {
  const round = { kind: 'competence-centre', minimum: 5, isSmall: false, keyHolder: 'server' } as const
  return ballotNotice(messages('de').ballot.notice, { ...round, remarkReaders }).points.join(' ')
}
