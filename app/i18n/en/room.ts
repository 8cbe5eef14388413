import type { room as german } from '#app/i18n/de/room.ts'
import { formatNumber, formatShortDay, formatTimeRange } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')

export const room: typeof german = {
  title: 'Rooms and equipment',
  lead: 'What a workshop can take, and when it is taken. Whoever plans sees it in the form too.',
  rooms: 'Rooms',
  equipmentTitle: 'Equipment',
  add: 'Add a room',
  edit: 'Edit the room',
  addEquipment: 'Add equipment',
  editEquipment: 'Edit equipment',
  none: 'No room has been entered yet. The place of a workshop can be given without one.',
  noEquipment: 'No equipment has been entered yet.',
  name: 'Name',
  nameHint: 'As people call the room: "Training room 1".',
  equipmentNameHint: 'What is lent: "notebook", "projector".',
  site: 'Building and address',
  siteHint: 'Stands behind the name on the page of the workshop and in the e-mails.',
  seats: 'Seats',
  amount: 'Number of pieces',
  accessible: 'Accessible without steps',
  isAccessible: 'accessible',
  isNotAccessible: 'not accessible',
  access: 'Access',
  note: 'Notes for planning',
  noteHint: 'Keys, technology, whom to ask. Only those who plan read them.',
  closed: 'Out of order',
  closedHint: 'From when until when the room cannot be had. What is planned already stays.',
  closedFrom: 'First day',
  closedUntil: 'Last day',
  closedDuring: (from, until) =>
    from === until
      ? `on ${formatShortDay(from, 'en')}`
      : `from ${formatShortDay(from, 'en')} until ${formatShortDay(until, 'en')}`,
  booked: 'Workshops to come still use it:',
  remove: 'Remove',
  removeHint: 'Past workshops keep it. This cannot be undone.',
  week: 'Occupancy',
  weekOf: (from, until) =>
    `Occupancy from ${formatShortDay(from, 'en')} until ${formatShortDay(until, 'en')}`,
  earlier: 'Week before',
  later: 'Week after',
  thisWeek: 'This week',
  weeks: 'Choose a week',
  free: 'free',
  day: 'Day',
  refusal: {
    'changed-meanwhile':
      'Somebody changed this while you were working on it. What you typed is still here. Save once more and your version counts.',
    removed: 'This entry does not exist any more. Please add it anew.',
    'closed-wrong': '"Out of order" needs a first and a last day; the last is not before the first.',
    'in-use': 'A workshop to come relies on it. Please change its plan first, then the entry can be removed.',
  },
  field: {
    room: 'Room',
    noRoom: 'None of ours',
    option: (name, seats, accessible) =>
      `${name} (${seats === 1 ? 'one seat' : `${number(seats)} seats`}${accessible ? ', accessible' : ''})`,
    placeHint: 'The room stands there by itself. Here is space for more, such as the entrance.',
    equipment: 'Equipment',
    equipmentHint: 'How many pieces are needed. Empty means none.',
    amountOf: (name, amount) => `${name} (${number(amount)} in all)`,
  },
  taken: (title, startsAt, endsAt) => `Taken by "${title}", ${formatTimeRange(startsAt, endsAt, 'en')}.`,
  alternatives: (names) =>
    names.length === 0 ? 'No other room is free at that time.' : `Free at that time: ${names.join('; ')}.`,
}
