export const navigation = {
  courses: 'Kurse',
  workshops: 'Termine',
  mine: 'Meine Anmeldungen',
  evaluations: 'Befragungen',
  indicators: 'Kennzahlen',
  targets: 'Ziele',
  reports: 'Berichte',
  admin: 'Verwaltung',
  access: 'Zugang beantragen',
}
