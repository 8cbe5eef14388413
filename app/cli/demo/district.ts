import { COUNTY } from '#app/cli/demo/accounts.ts'
import type { DemoOptions } from '#app/cli/demo.ts'
import type { Chance } from '#app/cli/demo/random.ts'
import {
  MEISSEN_MUNICIPALITIES,
  MUNICIPALITY_SOURCE,
  POPULATION_DATE,
} from '#app/domain/municipality-facts.ts'
import type { Db } from '#db/client.server.ts'
import { changeSettings } from '#db/settings.ts'

export type DemoDistrict = {
  idOf: (name: string) => string
  municipalities: { id: string; name: string; population: number }[]
}

export async function addDistrict(db: Db, _chance: Chance, { now }: DemoOptions): Promise<DemoDistrict> {
  await changeSettings(
    db,
    null,
    {
      districtName: 'Landkreis Meißen',
      districtKey: '14627',
      demo: true,
      contactEmail: 'koordination@lernkreis.example',
    },
    now,
  )
  const ids = new Map<string, string>()
  const rows = await db
    .insertInto('organisation')
    .values([
      { kind: 'county', name: COUNTY, validFrom: '2008-08-01' },
      ...MEISSEN_MUNICIPALITIES.map((facts) => ({
        kind: 'municipality' as const,
        name: facts.name,
        ags: facts.ags,
        municipalityKind: facts.kind,
        population: facts.population,
        populationDate: POPULATION_DATE,
        labelLongitude: facts.longitude,
        labelLatitude: facts.latitude,
        validFrom: '2008-08-01',
        source: MUNICIPALITY_SOURCE,
      })),
    ])
    .returning(['id', 'name'])
    .execute()
  for (const row of rows) ids.set(row.name, row.id)
  const idOf = (name: string) => {
    const id = ids.get(name)
    if (!id) throw new Error(`no organisation ${name}`)
    return id
  }
  return {
    idOf,
    municipalities: MEISSEN_MUNICIPALITIES.map(({ name, population }) => ({
      id: idOf(name),
      name,
      population,
    })),
  }
}
