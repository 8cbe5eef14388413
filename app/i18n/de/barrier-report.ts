export const barrierReport = {
  title: 'Barriere melden',
  lead: 'Kommen Sie irgendwo nicht weiter? Schreiben Sie es uns. Ein Zugang ist dafür nicht nötig.',
  barrier: 'Was hindert Sie?',
  barrierHint: 'Zum Beispiel: „Mein Vorleseprogramm sagt nicht, wofür der Knopf ist.“',
  page: 'Auf welcher Seite?',
  pageHint: 'Die Adresse oder wie die Seite heißt.',
  replyTo: 'E-Mail-Adresse für die Antwort',
  replyToHint: 'Ohne Adresse prüfen wir es auch, können Ihnen aber nicht antworten.',
  privacy:
    'Ihre Meldung geht als E-Mail an die Koordination der IT-Kompetenzstelle und wird hier nach 30 Tagen gelöscht. Ihr Name wird nicht festgehalten, auch wenn Sie eingeloggt sind.',
  send: 'Barriere melden',
  sent: 'Vielen Dank, Ihre Meldung ist unterwegs',
  sentText:
    'Die Koordination der IT-Kompetenzstelle liest sie und klärt, was sich ändern lässt. Haben Sie eine E-Mail-Adresse angegeben, erhalten Sie innerhalb eines Monats eine Antwort.',
  another: 'Noch eine Barriere melden',

  enforcement: 'Keine oder keine gute Antwort?',
  enforcementText:
    'Haben Sie nach einem Monat keine Antwort, oder hilft Ihnen die Antwort nicht, können Sie sich an die Durchsetzungsstelle beim Beauftragten der Sächsischen Staatsregierung für die Belange von Menschen mit Behinderungen wenden. Das kostet nichts.',
  enforcementBody: 'Durchsetzungsstelle in Sachsen',
}
