import { index, route, type RouteConfig } from '@remix-run/route-config'

// Every address of the product, one line each. One id per address: nothing has to be checked against anything else.
export default [
  index('routes/home.tsx'),
  route('language', 'routes/language.ts'),
  route('profile', 'routes/profile.tsx'),
  route('about', 'routes/pages/about.tsx'),
  route('accessibility', 'routes/pages/accessibility.tsx'),
  route('privacy', 'routes/pages/privacy.tsx'),

  route('login', 'routes/auth/login.tsx'),
  route('login/:token', 'routes/auth/login-link.tsx'),
  route('logout', 'routes/auth/logout.ts'),
  route('invitation/:token', 'routes/auth/invitation.tsx'),
  route('reset', 'routes/auth/forgotten.tsx'),
  route('reset/:token', 'routes/auth/reset.tsx'),
  route('setup/:token', 'routes/auth/setup.tsx'),
  route('access', 'routes/auth/access.tsx'),

  route('courses', 'routes/courses/list.tsx'),
  route('courses/new', 'routes/courses/edit.tsx', { id: 'course-new' }),
  route('courses/:courseId', 'routes/courses/show.tsx'),
  route('courses/:courseId/edit', 'routes/courses/edit.tsx', { id: 'course-edit' }),

  route('workshops', 'routes/workshops/list.tsx'),
  route('workshops/new', 'routes/workshops/edit.tsx', { id: 'workshop-new' }),
  route('workshops/:workshopId', 'routes/workshops/show.tsx'),
  route('workshops/:workshopId/edit', 'routes/workshops/edit.tsx', { id: 'workshop-edit' }),
  route('workshops/:workshopId/message', 'routes/workshops/message.tsx'),
  route('workshops/:workshopId/call-off', 'routes/workshops/call-off.tsx'),
  route('workshops/:workshopId/enrolments', 'routes/enrolments/list.tsx'),
  route('enrolments', 'routes/enrolments/mine.tsx'),
  route('enrolments/:enrolmentId', 'routes/enrolments/show.tsx'),
  route('meetings/:meetingId/attendance', 'routes/attendance/record.tsx'),

  route('evaluations', 'routes/evaluations/list.tsx'),
  route('evaluations/new', 'routes/evaluations/new.tsx'),
  route('evaluations/:roundId', 'routes/evaluations/show.tsx'),
  route('evaluations/:roundId/answer', 'routes/evaluations/answer.tsx'),
  route('evaluations/:roundId/thanks', 'routes/evaluations/thanks.tsx'),
  route('evaluations/:roundId/results', 'routes/evaluations/results.tsx'),

  route('indicators', 'routes/indicators/dashboard.tsx'),
  route('indicators/targets', 'routes/indicators/targets.tsx'),
  route('reports', 'routes/reports/list.tsx'),
  route('reports/:number', 'routes/reports/show.tsx'),
  route('reports/:number/steering-committee.pdf', 'routes/reports/steering-committee.ts'),
  route('reports/:number/indicators.json', 'routes/reports/indicators-json.ts'),
  route('reports/:number/indicators.csv', 'routes/reports/indicators-csv.ts'),

  route('admin', 'routes/admin/home.tsx'),
  route('admin/people', 'routes/admin/people.tsx'),
  route('admin/people/new', 'routes/admin/person-new.tsx'),
  route('admin/people/import', 'routes/admin/people-import.tsx'),
  route('admin/people/:personId', 'routes/admin/person.tsx'),
  route('admin/organisations', 'routes/admin/organisations.tsx'),
  route('admin/organisations/new', 'routes/admin/organisation-edit.tsx', { id: 'organisation-new' }),
  route('admin/organisations/:organisationId', 'routes/admin/organisation.tsx'),
  route('admin/organisations/:organisationId/edit', 'routes/admin/organisation-edit.tsx', {
    id: 'organisation-edit',
  }),
  route('admin/requests', 'routes/admin/requests.tsx'),
  route('admin/settings', 'routes/admin/settings.tsx'),
  route('admin/outbox', 'routes/admin/outbox.tsx'),
  route('admin/audit', 'routes/admin/audit.tsx'),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
