import type { reportChanges as de } from '#app/i18n/de/report-changes.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'

const day = (text: string) => formatDay(text, 'en')
const number = (value: number) => formatNumber(value, 'en')

const withInterval = (interval: string | null) =>
  interval ? ` (95% interval of the difference: ${interval} percentage points)` : ''

export const reportChanges: typeof de = {
  title: 'Changes since the last report',
  correctionTitle: 'What this correction changes',
  since: (nth, cutOff) => `Compared with the last report released, no. ${nth}, cut-off day ${day(cutOff)}.`,
  corrected: (nth) =>
    `Compared with report no. ${nth}, which this one corrects. Corrected values carry an “r” in the tables.`,
  none: 'Nothing has changed in figures, targets, definitions and municipalities.',
  first: 'No report was released before this one. There is nothing to compare.',
  participation: (now, before) => `Participating municipalities: now ${now}, before ${before}.`,
  reading: (now, before) => `Reading of indicator 2: now ${now}, before ${before}.`,
  reread: (now, former) =>
    `By the new reading the latest evaluation gives ${now}, by the former one ${former}.`,
  satisfaction: {
    higher: ({ now, before, interval }) =>
      `Satisfaction: higher, now ${now}, before ${before}${withInterval(interval)}.`,
    lower: ({ now, before, interval }) =>
      `Satisfaction: lower, now ${now}, before ${before}${withInterval(interval)}.`,
    unchanged: ({ now, before, interval }) =>
      `Satisfaction: unchanged within the uncertainty, now ${now}, before ${before}${withInterval(interval)}.`,
    unknown: ({ now, before }) =>
      `Satisfaction: now ${now}, before ${before}. Whether anything has changed cannot be told from that.`,
    broken: ({ now }) =>
      `Satisfaction: now ${now}. The overall question was asked in another way than before; so the line begins anew and is not compared.`,
    redefined: ({ now }) =>
      `Satisfaction: now ${now}. Since then a new version of the definition counts; so a new line begins and nothing is compared.`,
    reread: ({ now }) =>
      `Satisfaction: now ${now}. Since then another reading counts; so it is not compared with the earlier value.`,
    'same-round': () => 'Satisfaction: no new evaluation has been released since.',
    first: ({ now }) => `Satisfaction: for the first time there is a released evaluation (${now}).`,
  },
  target: (name, phase, now, before) => `Target ${phase} (${name}): now ${now}, before ${before}.`,
  phase: (name, now, before) => `${name}: now ${now}, before ${before}.`,
  days: (from, until) => {
    if (from === null && until === null) return 'days open'
    return `${from ? day(from) : 'open'} to ${until ? day(until) : 'open'}`
  },
  definition: (name, version, from) =>
    `Definition “${name}”: version ${number(version)}, in force from ${day(from)}. Older values were counted by the version before.`,
  municipality: {
    joined: (names) => `Taking part now: ${names}.`,
    left: (names) => `Not taking part any more: ${names}.`,
    new: (names, count) => `${count === 1 ? 'New municipality' : 'New municipalities'}: ${names}.`,
    gone: (names, count) =>
      count === 1
        ? `Municipality that ceased to exist: ${names}.`
        : `Municipalities that ceased to exist: ${names}.`,
  },
  mergedInto: (name, successor) => `${name} (merged into ${successor})`,
  revised: 'r',
  revisedNote: 'r: revised; an earlier report told another value here.',
}
