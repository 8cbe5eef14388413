export const handbook = {
  title: 'Handbuch',
  lead: 'Wie Sie mit Lernkreis arbeiten, nach Aufgaben geordnet.',
  chapters: 'Kapitel',
  contents: 'Inhalt dieses Kapitels',
  germanOnly: 'Das Handbuch gibt es nur auf Deutsch.',
  help: 'Hilfe',
}
