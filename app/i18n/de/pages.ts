/** A page of text: sections of a heading and paragraphs. */
export type TextPage = { title: string; lead: string; sections: { title: string; paragraphs: string[] }[] }

const about: TextPage = {
  title: 'Über Lernkreis',
  lead: 'Lernkreis begleitet die IT-Kompetenzstelle eines Landkreises: von der Fortbildung bis zum Bericht an den Lenkungsausschuss.',
  sections: [
    {
      title: 'Wofür es da ist',
      paragraphs: [
        'IT-Fachkräfte in Kommunen sind wenige und haben viel zu tun. Die Kompetenzstelle unterstützt sie mit Kursen, Workshops und gemeinsamem Wissen. Hier finden sie Termine, melden sich an und sagen, was es ihnen gebracht hat.',
        'Der Lenkungsausschuss sieht, wie viele Kommunen teilnehmen und wie zufrieden die Beteiligten sind. Jede Zahl steht mit ihrem Stichtag und ihrer Grundlage da; einzelne Antworten sieht niemand.',
      ],
    },
    {
      title: 'Quellen und Lizenzen',
      paragraphs: [
        'Lernkreis ist freie Software unter der EUPL-1.2. Gestaltung: KERN UX-Standard (EUPL-1.2). Schriften: Fira Sans und Source Sans 3 (SIL Open Font License 1.1).',
      ],
    },
  ],
}

const accessibility: TextPage = {
  title: 'Erklärung zur Barrierefreiheit',
  lead: 'Diese Anwendung soll für alle bedienbar sein, auch mit Tastatur, Vorlesesoftware und starker Vergrößerung.',
  sections: [
    {
      title: 'Stand',
      paragraphs: [
        'Maßstab sind das Barrierefreie-Websites-Gesetz des Freistaates Sachsen und die BITV 2.0 mit den Web Content Accessibility Guidelines auf Stufe AA.',
        'Jede Seite wird bei jeder Änderung automatisch geprüft, in schmaler und in breiter Ansicht. Eine automatische Prüfung findet nur einen Teil der Hürden; eine Prüfung mit Menschen, die Hilfsmittel nutzen, steht noch aus. Wir erklären deshalb keine vollständige Vereinbarkeit.',
      ],
    },
  ],
}

const privacy: TextPage = {
  title: 'Datenschutz',
  lead: 'Was diese Anwendung über Sie speichert, wofür, und was sie nicht kann.',
  sections: [
    {
      title: 'Was gespeichert wird',
      paragraphs: [
        'Name, dienstliche E-Mail-Adresse und die Kommune, für die Sie arbeiten; Ihre Anmeldungen zu Workshops und Ihre Anwesenheit; wer wann etwas daran geändert hat.',
        'Laden Sie Ihren Kalender hoch, merken wir uns Beginn und Ende belegter Zeiten der nächsten zwölf Monate, nur für Sie selbst. Sie können sie jederzeit löschen.',
        'Es gibt keine Auswertung nach Personen, keine Rangliste und keine Liste letzter Anmeldungen. Vorgesetzte sehen hier nichts über Sie.',
      ],
    },
    {
      title: 'Befragungen',
      paragraphs: [
        'Befragungen funktionieren wie eine Briefwahl: Außen steht, wer abgestimmt hat, innen liegt der verschlossene Stimmzettel. Ausgezählt wird erst am Ende und gemischt. Unter fünf Antworten wird nichts gezeigt.',
        'Die Teilnahme ist freiwillig, jede Frage kann übersprungen werden, und niemand sieht, wer teilgenommen hat.',
      ],
    },
    {
      title: 'Cookies und fremde Server',
      paragraphs: [
        'Nach der Anmeldung hält ein Cookie Ihre Sitzung, ein zweiter merkt sich auf Wunsch die Sprache. Es gibt keine Zählung von Besuchen, und keine Seite lädt etwas von fremden Servern.',
      ],
    },
    {
      title: 'Ihre Rechte',
      paragraphs: [
        'Sie können Auskunft, Berichtigung und Löschung verlangen. Wenden Sie sich an die IT-Kompetenzstelle oder an die Datenschutzbeauftragte oder den Datenschutzbeauftragten Ihrer Verwaltung.',
      ],
    },
  ],
}

export const pages = {
  about,
  accessibility,
  privacy,
  contact: 'Ihre Ansprechstelle',
  municipalities: 'Angaben zu den Kommunen',
}
