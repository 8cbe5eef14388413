import { formatDay, formatNumber } from '#app/i18n/format.ts'

const day = (text: string) => formatDay(text, 'de')
const counted = (value: number, one: string, many: string) =>
  value === 1 ? one : `${formatNumber(value, 'de')} ${many}`

export const training = {
  title: 'Was stattfand',
  took: (from: string, until: string, workshops: number, courses: number, units: number) => {
    const stretch = `Vom ${day(from)} bis zum ${day(until)}`
    if (workshops === 0) return `${stretch} fand kein Workshop statt.`
    const held = counted(workshops, 'fand ein Workshop', 'Workshops')
    const of = counted(courses, 'einem Kurs', 'Kursen')
    const taught = counted(units, 'einer Unterrichtseinheit', 'Unterrichtseinheiten')
    return `${stretch} ${workshops === 1 ? held : `fanden ${held}`} aus ${of} statt, mit zusammen ${taught}.`
  },
  caption: 'Was stattfand, nach Themen',
  columns: {
    topic: 'Thema',
    courses: 'Kurse',
    workshops: 'Workshops',
    units: 'Einheiten',
    attended: 'Besuchte Plätze',
  },
  few: 'wenige',
  note: 'Gezählt werden besuchte Plätze, nicht Personen: Wer drei Workshops besucht hat, zählt dreimal. „Wenige“ steht, wo sich sonst auf einzelne schließen ließe. Ein Workshop mit Terminen davor und danach zählt mit den Terminen dieses Zeitraums.',
}
