import type { Audience } from '#app/domain/course.ts'
import type { Role } from '#app/domain/policy.ts'

// The people of the demo district who have a part to play. Everybody is invented.

export type DemoAccount = {
  givenName: string
  familyName: string
  /** Before @lernkreis.example. */
  mailbox: string
  /** By name: a municipality, or the county administration. */
  organisation: string
  audience: Audience
  roles: Role[]
  /** Said in the list at start. */
  does: string
}

export const COUNTY = 'Landkreis Meißen'

// prettier-ignore
export const DEMO_ACCOUNTS: DemoAccount[] = [
  { givenName: 'Jana', familyName: 'Vogel', mailbox: 'teilnehmerin', organisation: 'Lommatzsch', audience: 'it', roles: ['participant'], does: 'IT-Fachkraft, meldet sich an' },
  { givenName: 'Holger', familyName: 'Kretzschmar', mailbox: 'nutzer', organisation: 'Strehla', audience: 'user', roles: ['participant'], does: 'Kommunaler Nutzer' },
  { givenName: 'Miriam', familyName: 'Albrecht', mailbox: 'trainerin', organisation: COUNTY, audience: 'it', roles: ['participant', 'trainer'], does: 'Trainerin' },
  { givenName: 'Tobias', familyName: 'Nestler', mailbox: 'trainer', organisation: 'Riesa', audience: 'it', roles: ['participant', 'trainer'], does: 'Trainer' },
  { givenName: 'Friederike', familyName: 'Oswald', mailbox: 'trainer2', organisation: 'Meißen', audience: 'it', roles: ['participant', 'trainer'], does: 'Trainerin' },
  { givenName: 'Ines', familyName: 'Hempel', mailbox: 'fortbildung', organisation: 'Großenhain', audience: 'user', roles: ['participant', 'trainingOfficer'], does: 'Fortbildungsbeauftragte in Großenhain' },
  { givenName: 'Katrin', familyName: 'Seidel', mailbox: 'koordination', organisation: COUNTY, audience: 'it', roles: ['participant', 'coordinator'], does: 'Koordination der IT-Kompetenzstelle' },
  { givenName: 'Sven', familyName: 'Morgner', mailbox: 'koordination2', organisation: COUNTY, audience: 'it', roles: ['participant', 'coordinator'], does: 'Koordination, Vertretung' },
  { givenName: 'Annegret', familyName: 'Thiele', mailbox: 'ausschuss', organisation: 'Radebeul', audience: 'leadership', roles: ['committee'], does: 'Lenkungsausschuss' },
  { givenName: 'Rüdiger', familyName: 'Böhme', mailbox: 'ausschuss2', organisation: 'Nossen', audience: 'leadership', roles: ['committee'], does: 'Lenkungsausschuss' },
  { givenName: 'Petra', familyName: 'Winkler', mailbox: 'personalrat', organisation: COUNTY, audience: 'leadership', roles: ['staffCouncil'], does: 'Personalrat' },
  { givenName: 'Lutz', familyName: 'Hartmann', mailbox: 'datenschutz', organisation: COUNTY, audience: 'leadership', roles: ['dataProtection'], does: 'Datenschutzbeauftragter' },
  { givenName: 'Cornelia', familyName: 'Petzold', mailbox: 'sicherheit', organisation: COUNTY, audience: 'leadership', roles: ['informationSecurity'], does: 'Informationssicherheit' },
  { givenName: 'Matthias', familyName: 'Rudolph', mailbox: 'beratung', organisation: COUNTY, audience: 'leadership', roles: ['consultant'], does: 'Externe Beratung, befristet' },
  { givenName: 'Uwe', familyName: 'Lindner', mailbox: 'admin', organisation: COUNTY, audience: 'it', roles: ['admin'], does: 'Technik und Verwaltung' },
]

export const DEMO_GIVEN_NAMES =
  'Anja Andrea Bettina Birgit Claudia Daniela Doreen Grit Heike Ina Jacqueline Juliane Kathleen Kerstin Lena Mandy Nadine Nicole Romy Sabine Sandra Silke Simone Steffi Susanne Ulrike Yvonne Alexander Andreas Bernd Christian Daniel Dirk Enrico Falk Frank Gerd Hannes Heiko Ingo Jan Jens Jörg Karsten Kay Lars Marcel Marco Martin Maximilian Michael Mirko Norbert Oliver Patrick Ralf René Robert Ronny Sebastian Stefan Thomas Torsten Veit Volker'.split(
    ' ',
  )

export const DEMO_FAMILY_NAMES =
  'Arnold Bachmann Bauer Beier Bergmann Böttcher Busch Dietze Döring Eckert Ehrlich Fiedler Förster Franke Fritzsche Fuchs Gärtner Geißler Göpfert Graf Günther Haase Hahn Heinze Hentschel Herrmann Hofmann Hübner Jahn Jentzsch Kaden Kaiser Kästner Keller Kirsten Klemm Köhler König Krause Kunze Lange Lehmann Löffler Lorenz Ludwig Meinel Merkel Mühlbach Müller Naumann Neubert Opitz Otto Pfeifer Pietzsch Pohl Queißer Reichelt Richter Roth Sachse Schäfer Scheibner Schmidt Schreiber Schubert Schütze Seifert Sommer Stein Steiner Tauber Teichmann Uhlig Ulbricht Voigt Wagner Walther Weber Weigel Weiß Wendt Wolf Zeidler Zeidler-Grünberg Ziegler Zimmermann'.split(
    ' ',
  )
