import { USUAL_SHARE_PERCENT } from '#app/domain/certificate.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'

/** What one installation is; each setting has a value from the first start. */
export type Settings = {
  districtName: string
  /** The first five digits of the district's municipality keys, or empty until it is known. */
  districtKey: string
  /** Figures are invented: every page, PDF and export says so. */
  demo: boolean
  /** The demo district is still being laid down, or was until somebody stopped the program. */
  demoUnfinished: boolean
  /** Where people turn with questions; shown in the footer and in mails. */
  contactEmail: string
  /** Second-language fields of courses are shown only where somebody needs them. */
  secondLanguage: boolean
  /** A certificate needs more than so many per cent of the teaching units. */
  certificateOverPercent: number
  /** Whether people with a seat are reminded three days before a workshop, and the day before. */
  remindThreeDaysBefore: boolean
  remindDayBefore: boolean
  /** How much one uploaded file may hold, all those of one organisation together, and all there are. */
  fileMegabytes: number
  organisationMegabytes: number
  installationMegabytes: number
  /** A report is due every so many months; 0 where it is made on demand only. */
  reportMonths: number
  /** Figures of released reports are open to everybody. */
  openData: boolean
  /** By which GovData knows whoever delivers; empty without one. */
  openDataContributor: string
}

const FIRST: Settings = {
  districtName: '',
  districtKey: '',
  demo: false,
  demoUnfinished: false,
  contactEmail: '',
  secondLanguage: false,
  certificateOverPercent: USUAL_SHARE_PERCENT,
  remindThreeDaysBefore: true,
  remindDayBefore: true,
  fileMegabytes: 20,
  organisationMegabytes: 200,
  installationMegabytes: 5_000,
  reportMonths: 3,
  openData: false,
  openDataContributor: '',
}

export async function getSettings(db: Db): Promise<Settings> {
  const rows = await db.selectFrom('setting').select(['key', 'value']).execute()
  const settings = { ...FIRST }
  for (const { key, value } of rows) if (key in FIRST) Object.assign(settings, { [key]: value })
  return settings
}

/** Changes some settings and leaves the others as they are. */
export function changeSettings(
  db: Db,
  by: string | null,
  changes: Partial<Settings>,
  now: Date,
): Promise<void> {
  return db.transaction().execute((trx) => changeSettingsIn(trx, by, changes, now))
}

/** The same inside another command. */
export async function changeSettingsIn(
  trx: Trx,
  by: string | null,
  changes: Partial<Settings>,
  now: Date,
): Promise<void> {
  for (const [key, value] of Object.entries(changes)) {
    const row = { key, value: JSON.stringify(value), changedAt: now }
    await trx
      .insertInto('setting')
      .values(row)
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: row.value, changedAt: now }))
      .execute()
  }
  await audit(trx, by, 'setting:edit', null, now, { keys: Object.keys(changes) })
}
