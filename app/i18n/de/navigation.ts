export const navigation = {
  courses: 'Kurse',
  workshops: 'Termine',
  mine: 'Meine Termine',
  town: 'Meine Kommune',
  learning: 'Mein Lernen',
  evaluations: 'Befragungen',
  indicators: 'Kennzahlen',
  targets: 'Ziele',
  reports: 'Berichte',
  admin: 'Verwaltung',
  access: 'Zugang beantragen',
}
