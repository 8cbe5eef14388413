import type { Environment } from '#app/http/environment.server.ts'
import { logError } from '#app/http/log.server.ts'
import type { Db } from '#db/client.server.ts'
import { claimRun } from '#db/job-runs.ts'
import { forgetExpiredSessions } from '#db/login-sessions.ts'
import { forgetRateLimits } from '#db/rate-limits.ts'

/** A job may run twice, or late, and must do no harm then: it looks at what is due, not at the clock. */
export type Job = {
  everyMinutes: number
  run: (db: Db, now: Date, environment: Environment) => Promise<void>
}

const DAY_MILLISECONDS = 86_400_000

export const jobs: Record<string, Job> = {
  'forget-sessions': { everyMinutes: 60, run: forgetExpiredSessions },
  'forget-rate-limits': {
    everyMinutes: 60,
    run: (db, now) => forgetRateLimits(db, new Date(now.getTime() - DAY_MILLISECONDS)),
  },
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
