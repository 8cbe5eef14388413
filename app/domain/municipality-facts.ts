// The 28 municipalities of the pilot district: facts only, for the demo district and for the first start in Meißen.

/**
 * Must stand wherever figures of the municipality register are shown: the day on which the municipalities existed, and
 * that of the population.
 * Names, keys and population: Destatis, municipality register GV-ISys. Label points: our own computation.
 */
export function municipalitySource(territory: string, population: string): string {
  const written = (day: string) => day.split('-').toReversed().join('.')
  return (
    `© Statistisches Bundesamt (Destatis), ${territory.slice(0, 4)} (im Auftrag der Herausgebergemeinschaft ` +
    'Statistische Ämter des Bundes und der Länder), Gemeindeverzeichnis GV-ISys, ' +
    `Gebietsstand ${written(territory)}, Bevölkerung ${written(population)}; Auswahl und Umformatierung`
  )
}

export const POPULATION_DATE = '2024-12-31'

export const MUNICIPALITY_SOURCE = municipalitySource('2026-02-28', POPULATION_DATE)

export type MunicipalityFacts = {
  ags: string
  name: string
  kind: string
  population: number
  longitude: number
  latitude: number
  /** The Verwaltungsgemeinschaft to which it belongs, by name. */
  association: string | null
}

type FactsRow = [string, string, string, number, number, number, string | null]

const ROWS: FactsRow[] = [
  ['14627010', 'Coswig', 'Große Kreisstadt', 20479, 13.5748, 51.1301, null],
  ['14627020', 'Diera-Zehren', 'Gemeinde', 3174, 13.42, 51.2055, null],
  ['14627030', 'Ebersbach', 'Gemeinde', 4326, 13.6555, 51.2501, null],
  ['14627040', 'Glaubitz', 'Gemeinde', 1886, 13.3902, 51.3263, 'Nünchritz'],
  ['14627050', 'Gröditz', 'Stadt', 6752, 13.403, 51.4283, null],
  ['14627060', 'Großenhain', 'Große Kreisstadt', 18183, 13.4937, 51.3244, null],
  ['14627070', 'Hirschstein', 'Gemeinde', 1945, 13.3759, 51.2615, null],
  ['14627080', 'Käbschütztal', 'Gemeinde', 2783, 13.3871, 51.1531, null],
  ['14627100', 'Klipphausen', 'Gemeinde', 10384, 13.4965, 51.1007, null],
  ['14627110', 'Lampertswalde', 'Gemeinde', 2506, 13.6646, 51.3419, 'Schönfeld'],
  ['14627130', 'Lommatzsch', 'Stadt', 4737, 13.2898, 51.2115, null],
  ['14627140', 'Meißen', 'Große Kreisstadt', 28753, 13.4807, 51.1635, null],
  ['14627150', 'Moritzburg', 'Gemeinde', 8217, 13.6844, 51.14, null],
  ['14627170', 'Niederau', 'Gemeinde', 4076, 13.5413, 51.1888, null],
  ['14627180', 'Nossen', 'Stadt', 10486, 13.3136, 51.075, null],
  ['14627190', 'Nünchritz', 'Gemeinde', 5339, 13.4251, 51.286, 'Nünchritz'],
  ['14627200', 'Priestewitz', 'Gemeinde', 3094, 13.5019, 51.2395, null],
  ['14627210', 'Radebeul', 'Große Kreisstadt', 32979, 13.6227, 51.1181, null],
  ['14627220', 'Radeburg', 'Stadt', 7615, 13.7286, 51.2017, null],
  ['14627230', 'Riesa', 'Große Kreisstadt', 29373, 13.305, 51.2881, null],
  ['14627240', 'Röderaue', 'Gemeinde', 2413, 13.4798, 51.3876, 'Röderaue-Wülknitz'],
  ['14627250', 'Schönfeld', 'Gemeinde', 1680, 13.7068, 51.2973, 'Schönfeld'],
  ['14627260', 'Stauchitz', 'Gemeinde', 2966, 13.2311, 51.2464, null],
  ['14627270', 'Strehla', 'Stadt', 3644, 13.2228, 51.3802, null],
  ['14627290', 'Thiendorf', 'Gemeinde', 3661, 13.7653, 51.2683, null],
  ['14627310', 'Weinböhla', 'Gemeinde', 10659, 13.5985, 51.1659, null],
  ['14627340', 'Wülknitz', 'Gemeinde', 1546, 13.3889, 51.3756, 'Röderaue-Wülknitz'],
  ['14627360', 'Zeithain', 'Gemeinde', 5565, 13.3116, 51.3702, null],
]

export const MEISSEN_MUNICIPALITIES: MunicipalityFacts[] = ROWS.map(
  ([ags, name, kind, population, longitude, latitude, association]) => ({
    ags,
    name,
    kind,
    population,
    longitude,
    latitude,
    association,
  }),
)

/** When the district got its present boundaries. */
export const DISTRICT_VALID_FROM = '2008-08-01'

/** The municipalities of a district whose register ships with the product; none for any other district. */
export function knownMunicipalities(districtKey: string): MunicipalityFacts[] {
  return MEISSEN_MUNICIPALITIES.filter(({ ags }) => ags.startsWith(districtKey) && districtKey.length === 5)
}
