const count = (n: number, one: string, many: string) => (n === 1 ? one : `${n} ${many}`)

export const administration = {
  title: 'Verwaltung',
  lead: 'Wer mitmacht, wer wofür zuständig ist, und was gerade Ihre Aufmerksamkeit braucht.',
  attention: 'Das wartet auf Sie',
  allDone: 'Im Augenblick ist nichts zu tun.',
  areas: 'Bereiche',

  todo: {
    requests: (n: number) => (n === 1 ? 'Eine Person bittet um Zugang.' : `${n} Personen bitten um Zugang.`),
    failedMails: (n: number) =>
      n === 1 ? 'Eine E-Mail ließ sich nicht zustellen.' : `${n} E-Mails ließen sich nicht zustellen.`,
    noMailServer:
      'Es ist kein Mailserver eingerichtet: E-Mails werden nicht verschickt und sind im Postausgang zu lesen.',
    noContact: 'Es fehlt eine Adresse, an die sich Fragende wenden können.',
    noName: 'Der Landkreis hat noch keinen Namen.',
    noCoordinator: 'Noch koordiniert niemand. Geben Sie einer Person die Aufgabe „Koordination“.',
    noOrganisations: 'Es ist noch keine Organisation eingetragen.',
    specialistsMissing: (n: number) =>
      n === 1
        ? 'Eine Kommune hat ihre Teilnahme erklärt, aber noch keine IT-Fachkraft betreut sie.'
        : `${n} Kommunen haben ihre Teilnahme erklärt, aber noch keine IT-Fachkraft betreut sie.`,
  },

  area: {
    people: 'Personen',
    peopleText: (active: number, invited: number, disabled: number) => {
      const all = active + invited + disabled
      const open = invited === 0 ? '' : `, ${count(invited, 'eine davon', 'davon')} noch ohne Passwort`
      const locked = disabled === 0 ? '' : `, ${count(disabled, 'eine', 'davon')} gesperrt`
      return `${count(all, 'Eine Person', 'Personen')}${open}${locked}`
    },
    organisations: 'Organisationen',
    organisationsText: (municipalities: number, taking: number) =>
      `${count(municipalities, 'eine Kommune', 'Kommunen')}, ${taking === 0 ? 'noch nimmt keine teil' : `Teilnahme erklärt: ${taking}`}`,
    requests: 'Bitten um Zugang',
    requestsText: (n: number) => (n === 0 ? 'Keine Bitte wartet.' : count(n, 'eine wartet', 'warten')),
    settings: 'Einstellungen',
    settingsText: 'Name, Ansprechstelle, Sprachen',
    outbox: 'Postausgang',
    outboxText: (waiting: number, failed: number) =>
      [
        waiting === 0 ? 'Nichts wartet' : count(waiting, 'eine E-Mail wartet', 'E-Mails warten'),
        failed > 0 ? count(failed, 'eine nicht zustellbar', 'nicht zustellbar') : '',
      ]
        .filter(Boolean)
        .join(', '),
    audit: 'Protokoll',
    auditText: 'Wer was wann geändert hat',
  },

  settings: {
    title: 'Einstellungen',
    saved: 'Gespeichert.',
    districtName: 'Name des Landkreises',
    districtNameHint: 'So steht er auf jeder Seite, zum Beispiel: Landkreis Meißen.',
    districtKey: 'Kreisschlüssel',
    districtKeyHint: 'Die ersten fünf Ziffern der Gemeindeschlüssel.',
    districtKeyWrong: 'Ein Kreisschlüssel hat fünf Ziffern.',
    contactEmail: 'Ansprechstelle',
    contactEmailHint: 'An diese Adresse wenden sich Fragende; sie steht auch in jeder E-Mail.',
    remindThreeDaysBefore: 'Drei Tage vor einem Workshop erinnern',
    remindDayBefore: 'Am Tag vor einem Workshop erinnern',
    remindHint:
      'Alle mit einem Platz bekommen morgens um 7 Uhr eine E-Mail, in der auch der Weg zur Abmeldung steht.',
    reportMonths: 'Bericht an den Lenkungsausschuss',
    reportMonthsHint:
      'Ist ein Zeitraum vorbei, bekommt die Koordination eine E-Mail, zwei Wochen später noch eine. Vorbereiten lässt sich ein Bericht jederzeit.',
    reportRhythm: {
      0: 'nur nach Bedarf',
      1: 'jeden Monat',
      3: 'jedes Quartal',
      6: 'jedes halbe Jahr',
      12: 'jedes Jahr',
    },
    secondLanguage: 'Kurse auch auf Englisch beschreiben',
    secondLanguageHint: 'Beim Bearbeiten eines Kurses erscheinen dann Felder für die zweite Sprache.',
    certificateOverPercent: 'Bescheinigung ab mehr als',
    certificateOverPercentHint:
      'So viel Prozent der Unterrichtseinheiten muss jemand übertreffen. Üblich ist 50: mehr als die Hälfte. Ebenso viel zählt als besucht, wenn ein Kurs Voraussetzung ist oder in einem Lernpfad steht.',
    percent: '%',
    nothingChanged: 'Es gab nichts zu ändern.',
    facts: 'Diese Installation',
    factsLead: 'Das legt fest, wer den Server betreibt; die Datei .env.example erklärt jede Angabe.',
    sender: 'Absender der E-Mails',
    version: 'Version',
    database: 'Datenbank',
    embedded: 'eingebaut (Testbetrieb)',
    postgres: 'PostgreSQL',
    address: 'Adresse',
    anyLoopback: 'nur auf diesem Rechner',
    mailServer: 'Mailserver',
    mailServerSet: 'eingerichtet',
    mailServerDemo: 'im Beispiel-Landkreis wird nichts verschickt',
    mailServerNone: 'keiner, E-Mails sind im Postausgang zu lesen',
    data: 'Daten',
    demo: 'Beispieldaten',
    demoUnfinished: 'ob die Beispieldaten noch angelegt werden',
    real: 'echte Daten',
  },
}
