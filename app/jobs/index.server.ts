import type { Environment } from '#app/http/environment.server.ts'
import { logError } from '#app/http/log.server.ts'
import { closeApprovals } from '#app/jobs/close-approvals.server.ts'
import { closeOffers } from '#app/jobs/close-offers.server.ts'
import { countBallots } from '#app/jobs/count-ballots.server.ts'
import { countArrivals, remindOfOpenLists } from '#app/jobs/keep-lists.server.ts'
import { inviteToEvaluations } from '#app/jobs/invite-to-evaluations.server.ts'
import { planEvaluations } from '#app/jobs/plan-evaluations.server.ts'
import { remindOfDueReport } from '#app/jobs/remind-of-reports.server.ts'
import { remindOfWorkshops } from '#app/jobs/remind-of-workshops.server.ts'
import { sendMail } from '#app/jobs/send-mail.server.ts'
import { writeDueDigests } from '#app/jobs/write-digests.server.ts'
import { writeMonthlyMails } from '#app/jobs/write-monthly-mails.server.ts'
import { forgetRequests } from '#db/access-requests.ts'
import { forgetBusyTimes } from '#db/busy-times.ts'
import type { Db } from '#db/client.server.ts'
import { claimRun } from '#db/job-runs.ts'
import { forgetHandedShares } from '#db/key-halves.ts'
import { forgetExpiredSessions } from '#db/login-sessions.ts'
import { forgetLoginTokens } from '#db/login-tokens.ts'
import { blankExpiredLinks, forgetMails } from '#db/mail-delivery.ts'
import { forgetMailLinks } from '#db/mail-links.ts'
import { forgetRateLimits } from '#db/rate-limits.ts'
import { forgetTaps } from '#db/taps.ts'

/** A job may run twice, or late, and must do no harm then: it looks at what is due, not at the clock. */
export type Job = {
  everyMinutes: number
  run: (db: Db, now: Date, environment: Environment) => Promise<void>
}

const DAY_MILLISECONDS = 86_400_000
/** The clock that asks for jobs is never quite on time: what shall run every minute must be due a little earlier. */
const EVERY_TICK = 0.5

export const jobs: Record<string, Job> = {
  // First what mails are made of, so that it leaves in the same minute.
  'write-digests': { everyMinutes: EVERY_TICK, run: writeDueDigests },
  'remind-of-workshops': { everyMinutes: 10, run: remindOfWorkshops },
  'write-monthly-mails': { everyMinutes: 10, run: writeMonthlyMails },
  'send-mail': { everyMinutes: EVERY_TICK, run: (db, now, environment) => sendMail(db, now, environment) },
  'close-offers': { everyMinutes: EVERY_TICK, run: closeOffers },
  'close-approvals': { everyMinutes: EVERY_TICK, run: closeApprovals },
  'plan-evaluations': { everyMinutes: 60, run: planEvaluations },
  'invite-to-evaluations': { everyMinutes: 10, run: inviteToEvaluations },
  'count-ballots': { everyMinutes: 10, run: countBallots },
  'count-arrivals': { everyMinutes: EVERY_TICK, run: countArrivals },
  'remind-of-reports': { everyMinutes: 60, run: remindOfDueReport },
  'remind-of-lists': { everyMinutes: 60, run: remindOfOpenLists },
  'forget-taps': {
    everyMinutes: 24 * 60,
    run: (db, now) => forgetTaps(db, new Date(now.getTime() - 7 * DAY_MILLISECONDS)),
  },
  'forget-sessions': { everyMinutes: 60, run: forgetExpiredSessions },
  'forget-rate-limits': {
    everyMinutes: 60,
    run: (db, now) => forgetRateLimits(db, new Date(now.getTime() - DAY_MILLISECONDS)),
  },
  'forget-login-tokens': {
    everyMinutes: 60,
    run: (db, now) => forgetLoginTokens(db, new Date(now.getTime() - DAY_MILLISECONDS)),
  },
  'forget-handed-shares': { everyMinutes: 60, run: forgetHandedShares },
  'forget-mail-links': { everyMinutes: 24 * 60, run: forgetMailLinks },
  'blank-expired-links': { everyMinutes: 60, run: blankExpiredLinks },
  'forget-mails': { everyMinutes: 24 * 60, run: forgetMails },
  'forget-busy-times': { everyMinutes: 24 * 60, run: forgetBusyTimes },
  'forget-access-requests': { everyMinutes: 24 * 60, run: forgetRequests },
}

/** Runs every job whose turn it is; one that fails is logged and does not keep the others from running. */
export async function runDueJobs(db: Db, now: Date, environment: Environment, list = jobs): Promise<void> {
  for (const [name, job] of Object.entries(list)) {
    const lastBefore = new Date(now.getTime() - job.everyMinutes * 60_000)
    if (!(await claimRun(db, name, lastBefore, now))) continue
    await job
      .run(db, now, environment)
      .catch((error: unknown) => logError('job failed', error, { job: name }))
  }
}
