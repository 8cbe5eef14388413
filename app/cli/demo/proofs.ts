import { randomUUID } from 'node:crypto'
import { daysBefore } from '#app/cli/demo/timeline.ts'
import type { DemoWorld } from '#app/cli/demo/training.ts'
import { expectOk } from '#app/cli/demo/workshop-life.ts'
import { addDays, dayOf } from '#app/domain/calendar.ts'
import { decideProof, submitProof } from '#db/proofs.ts'
import { heading, paragraph } from '#reports/blocks.ts'
import { closeDocument, openDocument } from '#reports/document.ts'

type Training = { title: string; provider: string; units: number }

const WAITING = { title: 'Digital arbeiten in der Verwaltung', provider: 'KommunalCampus', units: 8 }
const CONFIRMED = { title: 'IT-Grundschutz-Praktiker', provider: 'BSI', units: 24 }

/** Two people have learned elsewhere: one proof waits for its confirmation, one counts already. */
export async function addProofs(world: DemoWorld): Promise<void> {
  const { db, people, options } = world
  await expectOk(submitProof(db, await proofOf(world, 'nutzer', WAITING), daysBefore(options.now, 3)))
  const proof = await proofOf(world, 'teilnehmerin', CONFIRMED)
  await expectOk(submitProof(db, proof, daysBefore(options.now, 12)))
  const decision = { id: proof.id, decision: 'confirmed', reason: null } as const
  const by = people.idOf('koordination')
  await expectOk(decideProof(db, { ...decision, by }, daysBefore(options.now, 10)))
}

async function proofOf({ people, options }: DemoWorld, mailbox: string, training: Training) {
  const attendedOn = addDays(dayOf(options.now), -20)
  const content = await certificateOf(training, options.now)
  const file = { name: 'Teilnahme.pdf', mediaType: 'application/pdf', content, alternativeText: null }
  const proof = { id: randomUUID(), personId: people.idOf(mailbox), attendedOn }
  return { ...proof, ...training, courseId: null, organisationId: null, file }
}

/** What another provider might have written. */
function certificateOf({ title, provider, units }: Training, createdAt: Date): Promise<Buffer> {
  const demo = { mark: 'Beispiel', sentence: 'Beispieldaten: Diese Teilnahme ist erfunden.' }
  const facts = { title, subject: title, author: provider, locale: 'de', createdAt, demo } as const
  const paper = openDocument(facts)
  heading(paper, 1, title)
  paragraph(paper, `${provider}. Teilnahme an ${units} Unterrichtseinheiten.`)
  return closeDocument(paper, { left: provider, page: (number, count) => `Seite ${number} von ${count}` })
}
