export const calendar = {
  organizer: (district: string) => (district ? `IT-Kompetenzstelle, ${district}` : 'IT-Kompetenzstelle'),
  fileName: (nth: number) => `termin-${nth}.ics`,
  where: (place: string | null, online: boolean) =>
    place === null ? 'online' : online ? `${place}, oder online` : place,
  wished: (title: string) => `Noch nicht sicher: ${title}`,
  standing: {
    place: 'Ihr Platz ist bestätigt.',
    leads: 'Sie leiten diesen Workshop.',
    wished: 'Ihr Platz ist noch nicht bestätigt: Warteliste, Angebot oder Genehmigung.',
    visitor: 'Dieser Eintrag ist keine Anmeldung.',
  },
  gone: 'Dieser Termin gilt für Sie nicht mehr.',
  linkThere: 'Der Link zur Videokonferenz steht rechtzeitig vor Beginn auf der Seite des Workshops.',
  more: (url: string) => `Alles Weitere, auch das Abmelden: ${url}`,
  download: 'In den Kalender übernehmen',

  feed: {
    name: 'Lernkreis: meine Termine',
    title: 'Kalender-Abo',
    lead: 'Ihre Termine erscheinen von selbst in Outlook, Thunderbird oder auf dem Telefon.',
    shows:
      'Das Abo zeigt Workshops, in denen Sie einen Platz haben oder die Sie leiten. Termine, für die Sie warten oder ein Angebot haben, erscheinen mit dem Zusatz „Noch nicht sicher“. Änderungen kommen innerhalb weniger Stunden an.',
    secret:
      'Die Adresse ist geheim: Wer sie kennt, sieht Ihre Termine, ohne sich anzumelden. Geben Sie sie nicht weiter. Ist sie doch in fremden Händen, erneuern Sie sie; die alte gilt dann sofort nicht mehr.',
    none: 'Sie haben noch kein Abo.',
    since: (when: string) =>
      `Ihr Abo gibt es seit ${when}. Die Adresse selbst können auch wir nicht mehr anzeigen.`,
    start: 'Adresse erzeugen',
    renew: 'Adresse erneuern',
    end: 'Abo beenden',
    ended: 'Das Abo ist beendet. Die Adresse gilt nicht mehr.',
    ready: 'Ihre neue Adresse',
    readyText:
      'Bitte kopieren Sie sie jetzt, sie wird nur dieses eine Mal angezeigt. In Ihrem Kalender fügen Sie sie als „Kalender aus dem Internet“ oder „Kalender abonnieren“ hinzu.',
    address: 'Adresse',
    link: 'Kalender-Abo einrichten',
    toProfile: 'Eigene Termine im Kalender',
  },
}
