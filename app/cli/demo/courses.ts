import type { Audience, CourseFormat, CourseLevel } from '#app/domain/course.ts'

// What the competence centre of the demo district teaches. Topics are the technology fields of the strategy paper.

export const DEMO_TOPICS: { key: string; titleDe: string; titleEn: string }[] = [
  { key: 'cloud', titleDe: 'Cloud-Dienste', titleEn: 'Cloud services' },
  { key: 'container', titleDe: 'Virtualisierung und Container', titleEn: 'Virtualisation and containers' },
  { key: 'automation', titleDe: 'Automatisierung', titleEn: 'Automation' },
  { key: 'ai', titleDe: 'Künstliche Intelligenz', titleEn: 'Artificial intelligence' },
  { key: 'monitoring', titleDe: 'Fernwartung und Monitoring', titleEn: 'Remote management and monitoring' },
  { key: 'collaboration', titleDe: 'Zusammenarbeit und Kommunikation', titleEn: 'Collaboration' },
  { key: 'security', titleDe: 'Informationssicherheit', titleEn: 'Information security' },
  { key: 'data', titleDe: 'Datenanalyse', titleEn: 'Data analysis' },
  { key: 'knowledge', titleDe: 'Wissensmanagement', titleEn: 'Knowledge management' },
  { key: 'desktop', titleDe: 'Virtuelle Arbeitsplätze', titleEn: 'Virtual desktops' },
]

export type DemoCourse = {
  title: string
  summary: string
  goals: string[]
  contents: string[]
  topic: string
  level: CourseLevel
  format: CourseFormat
  audiences: Audience[]
  units: number
  prerequisites?: string
}

type Row = [
  topic: string,
  level: CourseLevel,
  format: CourseFormat,
  audiences: Audience[],
  units: number,
  title: string,
  summary: string,
  goals: string,
  contents: string,
  prerequisites?: string,
]

const IT: Audience[] = ['it']
const USERS: Audience[] = ['user']
const ALL: Audience[] = ['it', 'user']

// prettier-ignore
const ROWS: Row[] = [
  ['cloud', 'basic', 'workshop', IT, 8, 'Cloud-Dienste in der Kommunalverwaltung', 'Was eine Kommune in der Cloud betreiben darf, was es kostet und wie man wieder herauskommt.', 'Angebote vergleichen|Daten nach Schutzbedarf einordnen|einen Ausstieg von Anfang an mitplanen', 'Betriebsmodelle im Vergleich|Verträge und Auftragsverarbeitung|Kosten über fünf Jahre|Übung: ein Fachverfahren bewerten'],
  ['cloud', 'advanced', 'hybrid', IT, 6, 'Dateiablage und Sicherung in der Cloud', 'Gemeinsame Ablage einrichten, Rechte vergeben und die Wiederherstellung wirklich üben.', 'Rechte sparsam vergeben|Sicherungen prüfen statt hoffen', 'Ablagestruktur für kleine Verwaltungen|Sicherung nach der 3-2-1-Regel|Wiederherstellung unter Zeitdruck', 'Kurs „Cloud-Dienste in der Kommunalverwaltung“ oder gleiche Kenntnisse'],
  ['container', 'basic', 'workshop', IT, 8, 'Virtuelle Maschinen sicher betreiben', 'Vom einzelnen Server zum kleinen Verbund, mit Sicherung und Notfallplan.', 'eine virtuelle Umgebung planen|Ausfälle eines Wirts überbrücken', 'Auslegung für 20 bis 80 Arbeitsplätze|Snapshots und ihre Grenzen|Übung: Ausfall eines Servers'],
  ['container', 'advanced', 'workshop', IT, 12, 'Container für Fachanwendungen', 'Anwendungen in Containern betreiben, aktualisieren und überwachen.', 'Container von virtuellen Maschinen abgrenzen|Updates ohne Ausfall einspielen', 'Grundbegriffe|Abbilder aus vertrauenswürdigen Quellen|Daten dauerhaft ablegen|Übung: eine Anwendung in Betrieb nehmen', 'Sicherer Umgang mit der Linux-Kommandozeile'],
  ['automation', 'basic', 'workshop', IT, 8, 'Routineaufgaben mit Skripten erledigen', 'Konten anlegen, Protokolle auswerten, Berichte erzeugen: was jede Woche anfällt, läuft von allein.', 'eigene Skripte lesen und ändern|Fehler abfangen, bevor sie Schaden anrichten', 'Grundlagen der Skriptsprache|Arbeiten mit Listen und Tabellen|zeitgesteuert ausführen|Übung am eigenen Beispiel'],
  ['automation', 'advanced', 'online', IT, 6, 'Konfigurationsmanagement für kleine Teams', 'Rechner gleich einrichten und gleich halten, auch wenn nur eine Person zuständig ist.', 'Soll-Zustände beschreiben|Änderungen nachvollziehbar machen', 'Werkzeuge im Vergleich|Vorlagen aus dem Landkreis|Übung: zehn Arbeitsplätze'],
  ['automation', 'basic', 'online', USERS, 3, 'Serienbriefe, Vorlagen und Formulare', 'Weniger abtippen: Vorlagen, die im ganzen Haus funktionieren.', 'Vorlagen anlegen und pflegen|Daten aus Tabellen übernehmen', 'Barrierefreie Vorlagen|Serienbriefe aus Fachverfahren|typische Fehler'],
  ['ai', 'basic', 'workshop', ALL, 4, 'KI im Rathaus: was geht, was darf', 'Textassistenten ausprobieren, Grenzen erkennen, Regeln kennen.', 'Ergebnisse prüfen|keine vertraulichen Daten preisgeben', 'Wie Sprachmodelle arbeiten|Recht und Dienstanweisung|Übung: Bürgeranfragen beantworten'],
  ['ai', 'advanced', 'hybrid', IT, 8, 'Sprachmodelle im eigenen Haus betreiben', 'Ein kleines Modell auf eigener Hardware: Aufwand, Nutzen, Datenschutz.', 'Aufwand einschätzen|ein Pilotvorhaben planen', 'Hardware und Kosten|Anbindung an die Wissensdatenbank|Bewertung der Ergebnisse', 'Kurs „KI im Rathaus: was geht, was darf“'],
  ['monitoring', 'basic', 'workshop', IT, 6, 'Netze und Server überwachen', 'Störungen bemerken, bevor das Telefon klingelt.', 'Messwerte auswählen|Alarme so setzen, dass man sie ernst nimmt', 'Was sich zu messen lohnt|Werkzeuge im Vergleich|Übung: ein Übersichtsbild für die eigene Kommune'],
  ['monitoring', 'advanced', 'online', IT, 4, 'Fernwartung sicher einrichten', 'Helfen, ohne hinzufahren, und ohne eine Tür offen zu lassen.', 'Zugänge absichern|Einwilligung und Protokoll regeln', 'Mehr-Faktor-Anmeldung|Protokollierung|Dienstvereinbarung|Übung in Zweiergruppen'],
  ['monitoring', 'expert', 'workshop', IT, 12, 'Störungen systematisch eingrenzen', 'Vom Symptom zur Ursache: Netz, Name, Zertifikat, Last.', 'methodisch vorgehen|Messungen richtig deuten', 'Mitschnitte lesen|Namensauflösung|Zertifikate|drei echte Fälle aus dem Landkreis', 'Mindestens zwei Jahre Betriebserfahrung'],
  ['collaboration', 'basic', 'online', ALL, 3, 'Videokonferenzen, die funktionieren', 'Technik, Moderation und Barrierefreiheit für Sitzungen am Bildschirm.', 'Sitzungen vorbereiten und leiten|Untertitel und Protokoll nutzen', 'Raum, Ton, Licht|hybride Ausschusssitzungen|Übung'],
  ['collaboration', 'basic', 'workshop', ALL, 4, 'Die Kollaborationsplattform im Alltag', 'Gemeinsam an Dateien arbeiten, Aufgaben verteilen, wiederfinden.', 'Gruppen und Ablagen anlegen|Rechte verstehen', 'Rundgang|Aufgaben und Termine|Übung: ein Projekt anlegen'],
  ['collaboration', 'advanced', 'workshop', IT, 6, 'Kollaborationsplattform verwalten', 'Gruppen, Rechte, Gäste und Speicherplatz im Griff.', 'Rollen sauber trennen|Gäste sicher einbinden', 'Rechtekonzept|Gastzugänge|Speicher und Archiv|Übung'],
  ['security', 'basic', 'workshop', ALL, 4, 'Phishing erkennen und richtig melden', 'Woran man gefälschte Nachrichten erkennt und was in den ersten zehn Minuten zu tun ist.', 'verdächtige Nachrichten erkennen|ohne Scheu melden', 'Aktuelle Beispiele|Meldeweg im Landkreis|Übung am eigenen Postfach'],
  ['security', 'advanced', 'workshop', IT, 8, 'Grundschutz für kleine Kommunen', 'Mit dem Profil für Kommunen anfangen und dranbleiben.', 'die wichtigsten Bausteine umsetzen|den Stand belegen', 'Basis-Absicherung|Rollen und Verantwortung|Prüflisten|Übung: Selbsteinschätzung'],
  ['security', 'expert', 'workshop', IT, 12, 'Notfallübung: Verschlüsselungsangriff', 'Einen Tag lang ist nichts erreichbar: Wer tut was, womit, in welcher Reihenfolge?', 'den Notfallplan anwenden|mit Behörden und Presse sprechen', 'Planspiel|Wiederanlauf|Meldepflichten|Auswertung'],
  ['data', 'basic', 'workshop', ALL, 6, 'Tabellen auswerten und darstellen', 'Aus Zahlen Aussagen machen, die vor dem Gemeinderat bestehen.', 'Daten prüfen|das passende Diagramm wählen', 'Pivot-Tabellen|Diagramme ohne Irreführung|Übung: Haushaltsdaten'],
  ['data', 'advanced', 'hybrid', IT, 8, 'Offene Daten bereitstellen', 'Verwaltungsdaten so veröffentlichen, dass andere sie nutzen können.', 'Daten und Lizenzen auswählen|Metadaten pflegen', 'DCAT-AP.de|Schnittstellen|Übung: ein Datensatz für das Portal'],
  ['knowledge', 'basic', 'online', ALL, 3, 'Gute Wiki-Artikel schreiben', 'Kurz, auffindbar, aktuell: Wissen so aufschreiben, dass es bleibt.', 'Artikel gliedern|Zuständigkeit und Prüfdatum setzen', 'Vorlagen|Suchbegriffe|Übung: ein eigener Artikel'],
  ['knowledge', 'advanced', 'workshop', ALL, 8, 'Prozesse aufnehmen und zeichnen', 'Abläufe gemeinsam mit den Fachämtern in BPMN festhalten.', 'Gespräche führen|Modelle lesen und zeichnen', 'BPMN in Kürze|Werkstatt: Hundesteuer, Bauantrag, Gewerbemeldung'],
  ['desktop', 'basic', 'workshop', IT, 6, 'Virtuelle Arbeitsplätze einführen', 'Wann sich virtuelle Arbeitsplätze lohnen und wie der Umstieg gelingt.', 'Bedarf einschätzen|die Einführung planen', 'Techniken im Vergleich|Lizenzen|Druck und Peripherie|Erfahrungen aus zwei Kommunen'],
  ['desktop', 'basic', 'online', USERS, 2, 'Mobil und sicher arbeiten', 'Unterwegs und zu Hause arbeiten, ohne Daten zu verlieren.', 'Geräte absichern|Verbindungen prüfen', 'VPN und Bildschirmsperre|Papier und Gespräche|Fragen aus der Praxis'],
]

const bullets = (text: string) => text.split('|')

export const DEMO_COURSES: DemoCourse[] = ROWS.map(
  ([topic, level, format, audiences, units, title, summary, goals, contents, prerequisites]) => ({
    topic,
    level,
    format,
    audiences,
    units,
    title,
    summary,
    goals: bullets(goals),
    contents: bullets(contents),
    ...(prerequisites ? { prerequisites } : {}),
  }),
)
