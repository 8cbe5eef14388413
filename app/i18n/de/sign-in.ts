import type { Role } from '#app/domain/policy.ts'

/** Why a password is not taken, and what makes a good one. Keys come from app/http/password.server.ts. */
const passwordProblem = {
  'password-too-short': 'Bitte nehmen Sie mindestens 12 Zeichen. Ein kurzer Satz ist leicht zu merken.',
  'password-too-long': 'Bitte nehmen Sie höchstens 200 Zeichen.',
  'password-too-common':
    'Dieses Passwort wäre schnell erraten. Nehmen Sie zum Beispiel vier Wörter, die nichts miteinander zu tun haben.',
  'password-differs':
    'Die beiden Eingaben sind verschieden. Bitte geben Sie das neue Passwort zweimal gleich ein.',
  'password-wrong': 'Das ist nicht Ihr bisheriges Passwort. Bitte versuchen Sie es noch einmal.',
}

const newPassword = {
  label: 'Neues Passwort',
  again: 'Neues Passwort wiederholen',
  hint: 'Mindestens 12 Zeichen, gern ein ganzer Satz. Sonderzeichen sind nicht nötig.',
}

/** What a role allows, said to the person who gets it. */
const roleGives = {
  participant: 'Kurse und Termine finden und sich anmelden',
  trainer: 'eigene Workshops planen, Anwesenheit festhalten, der Gruppe schreiben',
  trainingOfficer: 'Kolleginnen und Kollegen einen Platz vormerken',
  coordinator: 'Kurse, Termine, Befragungen und Berichte vorbereiten',
  committee: 'Kennzahlen und Berichte lesen, Ziele beschließen, Ergebnisse freigeben',
  dataProtection: 'nachvollziehen, wer was geändert hat',
  informationSecurity: 'den Stand der Sicherheit einsehen',
  staffCouncil: 'Ergebnisse der Befragungen und Berichte lesen, Ergebnisse freigeben',
  consultant: 'für eine vereinbarte Zeit Kennzahlen und Berichte lesen',
  admin: 'Zugänge, Organisationen und Einstellungen verwalten',
} satisfies Record<Role, string>

export const signIn = {
  title: 'Einloggen',
  email: 'E-Mail-Adresse',
  password: 'Passwort',
  passwordHint: 'Bleibt leer, wenn Sie sich einen Link schicken lassen.',
  signIn: 'Einloggen',
  sendLink: 'Link per E-Mail schicken',
  wrong:
    'E-Mail-Adresse und Passwort passen nicht zusammen. Versuchen Sie es noch einmal, oder lassen Sie sich einen Link per E-Mail schicken.',
  tooMany:
    'Das waren sehr viele Versuche. In einer Viertelstunde geht es weiter. Ein Link per E-Mail führt auch jetzt hinein.',
  tooManyLinks: 'Von hier kamen sehr viele Anfragen. Bitte versuchen Sie es in einer Stunde noch einmal.',
  linkSent: 'Bitte sehen Sie in Ihr Postfach',
  linkSentText:
    'Wenn es zu dieser Adresse einen Zugang gibt, ist der Link unterwegs. Er gilt eine Viertelstunde. Kommt nichts an, prüfen Sie bitte die Schreibweise und den Ordner für Werbung.',
  passwordChanged: 'Ihr neues Passwort gilt. Sie können sich damit einloggen.',
  signedOutEverywhere: 'Sie sind auf allen Geräten ausgeloggt.',
  signedOut: 'Sie sind ausgeloggt.',
  forgotten: 'Passwort vergessen?',
  noAccess: 'Noch keinen Zugang?',
  requestAccess: 'Zugang beantragen',
  samples: 'Beispiel-Zugänge',
  samplesText:
    'Dies ist ein Beispiel-Landkreis. Ein Klick trägt die E-Mail-Adresse ein; das gemeinsame Passwort steht dort, wo Lernkreis gestartet wurde.',

  link: {
    title: 'Ohne Passwort einloggen',
    lead: (name: string) => `Guten Tag ${name}, mit einem Klick sind Sie drin.`,
    confirm: 'Jetzt einloggen',
    gone: 'Dieser Link gilt nicht mehr',
    goneText:
      'Er wurde schon benutzt, ist abgelaufen oder wurde durch einen neueren ersetzt. Einen frischen Link erhalten Sie in einer Minute.',
    again: 'Neuen Link anfordern',
  },

  forgottenPage: {
    title: 'Neues Passwort',
    lead: 'Geben Sie Ihre E-Mail-Adresse ein. Sie erhalten einen Link, mit dem Sie ein neues Passwort wählen.',
    confirm: 'Link schicken',
    sentText:
      'Wenn es zu dieser Adresse einen Zugang gibt, ist der Link unterwegs. Er gilt eine Stunde. Kommt nichts an, prüfen Sie bitte die Schreibweise und den Ordner für Werbung.',
    back: 'Zurück zum Einloggen',
  },

  reset: {
    title: 'Neues Passwort wählen',
    lead: (email: string) => `Für den Zugang ${email}. Auf allen Geräten loggen Sie sich danach neu ein.`,
    confirm: 'Passwort speichern und einloggen',
  },

  invitation: {
    title: (name: string) => `Willkommen, ${name}`,
    lead: 'Sie sind eingeladen, bei den Kursen und Workshops der IT-Kompetenzstelle mitzumachen.',
    gives: 'Das können Sie mit Ihrem Zugang',
    everybody: 'Befragungen beantworten, wenn Sie möchten; Ihre Antworten sieht niemand einzeln',
    yourEmail: 'Sie loggen sich ein mit',
    serves: 'Sie gehören zu',
    passwordTitle: 'Mit Passwort',
    confirm: 'Passwort speichern und einloggen',
    withoutTitle: 'Ohne Passwort',
    withoutText:
      'Sie kommen selten vorbei? Dann lassen Sie sich jedes Mal einen Link per E-Mail schicken. Ein Passwort können Sie später immer noch wählen.',
    without: 'Ohne Passwort einloggen',
    privacy: 'Was gespeichert wird und wer es sieht, steht unter',
  },

  setup: {
    title: 'Lernkreis einrichten',
    lead: 'Zwei Angaben zum Landkreis, vier zu Ihnen: Danach verwalten Sie Lernkreis.',
    district: 'Ihr Landkreis',
    districtName: 'Name des Landkreises',
    districtNameHint: 'So steht er auf jeder Seite, zum Beispiel: Landkreis Meißen.',
    districtKey: 'Kreisschlüssel',
    districtKeyHint:
      'Die ersten fünf Ziffern der Gemeindeschlüssel. Für den Landkreis Meißen (14627) werden die 28 Kommunen gleich angelegt; andere legen Sie danach unter „Organisationen“ an.',
    districtKeyWrong: 'Ein Kreisschlüssel hat fünf Ziffern.',
    you: 'Ihr Zugang',
    confirm: 'Einrichten und einloggen',
  },

  access: {
    title: 'Zugang beantragen',
    lead: 'Für Beschäftigte der Kommunen im Landkreis. Die Koordination antwortet Ihnen per E-Mail.',
    givenName: 'Vorname',
    familyName: 'Nachname',
    emailHint: 'Am besten Ihre dienstliche Adresse.',
    organisation: 'Wo arbeiten Sie?',
    organisationBlank: 'Nicht in der Liste',
    note: 'Möchten Sie etwas dazu sagen?',
    confirm: 'Zugang beantragen',
    sent: 'Vielen Dank, Ihre Bitte ist angekommen',
    sentText:
      'Sie erhalten bald eine E-Mail. Bis dahin können Sie im Katalog stöbern; dafür braucht es keinen Zugang.',
  },
  passwordProblem,
  newPassword,
  roleGives,
}
