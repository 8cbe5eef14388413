import type { navigation as de } from '#app/i18n/de/navigation.ts'

export const navigation: typeof de = {
  courses: 'Courses',
  workshops: 'Dates',
  town: 'My municipality',
  mine: 'My dates',
  learning: 'My learning',
  evaluations: 'Evaluations',
  indicators: 'Indicators',
  targets: 'Targets',
  reports: 'Reports',
  admin: 'Administration',
  access: 'Request access',
}
