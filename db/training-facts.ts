import { sql } from 'kysely'
import type { TrainingFact } from '#app/domain/training.ts'
import type { Db } from '#db/client.server.ts'

/** What took place from the first to the last day, by topic in the order of the topics. */
export async function listTraining(db: Db, fromDate: string, untilDate: string): Promise<TrainingFact[]> {
  const { rows } = await sql<TrainingFact>`
    with held as (
      select m.id, m.units, w.id as workshop_id, c.id as course_id, c.topic_key
      from meeting m join workshop w on w.id = m.workshop_id join course c on c.id = w.course_id
      where w.called_off_at is null
        and (m.starts_at at time zone 'Europe/Berlin')::date between ${fromDate}::date and ${untilDate}::date
    ), attended as (
      select h.topic_key, count(distinct a.enrolment_id) as seats
      from held h join attendance a on a.meeting_id = h.id where a.units > 0 group by h.topic_key
    )
    select t.key as topic_key, t.title_de, t.title_en, count(distinct h.course_id)::int as courses,
      count(distinct h.workshop_id)::int as workshops, coalesce(sum(h.units), 0)::int as units,
      coalesce(max(a.seats), 0)::int as attended
    from topic t join held h on h.topic_key = t.key left join attended a on a.topic_key = t.key
    group by t.key, t.title_de, t.title_en, t.position order by t.position, t.key`.execute(db)
  return rows
}
