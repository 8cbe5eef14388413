import type { LoaderFunctionArgs } from '@remix-run/node'
import { dayOf } from '#app/domain/calendar.ts'
import { inGroups } from '#app/domain/certificate-code.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { documentFile } from '#app/http/document.server.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { getCertificate } from '#db/certificates.ts'
import { listTrainers } from '#db/trainers.ts'

/** Drawn from what was frozen, so it is the same file each time. */
export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { personId, workshopId, content, revocation } = found(
    await getCertificate(db, idFrom(params.certificateId)),
  )
  const trainers = await listTrainers(db, [workshopId])
  permit(actor, 'certificate:read', { personId, trainerIds: trainers.map(({ id }) => id) })
  const revoked = revocation && { ...revocation, on: dayOf(revocation.at) }
  const name = `teilnahmebescheinigung-${inGroups(content.code)}.pdf`
  const given: [typeof content, typeof revoked] = [content, revoked]
  return documentFile({ request, context, actor }, { kind: 'certificate', given }, name)
}
