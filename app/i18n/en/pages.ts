import type { pages as de, TextPage } from '#app/i18n/de/pages.ts'

const about: TextPage = {
  title: 'About Lernkreis',
  lead: "Lernkreis accompanies a district's IT competence centre, from training to the report for the steering committee.",
  sections: [
    {
      title: 'What it is for',
      paragraphs: [
        'IT specialists in municipalities are few and have much to do. The competence centre supports them with courses, workshops and shared knowledge. Here they find dates, enrol, and say what it was worth.',
        'The steering committee sees how many municipalities take part and how satisfied people are. Every figure stands with its day and its basis; nobody sees single answers.',
      ],
    },
    {
      title: 'Sources and licences',
      paragraphs: [
        'Lernkreis is free software under the EUPL-1.2. Design: KERN UX standard (EUPL-1.2). Fonts: Fira Sans and Source Sans 3 (SIL Open Font License 1.1).',
      ],
    },
  ],
}

const accessibility: TextPage = {
  title: 'Accessibility statement',
  lead: 'This application is meant to be usable by all, with a keyboard, a screen reader and at high magnification.',
  sections: [
    {
      title: 'State',
      paragraphs: [
        "The measure is Saxony's act on accessible websites and BITV 2.0 with the Web Content Accessibility Guidelines at level AA.",
        'Every page is checked automatically with every change, in a narrow and in a wide view. An automatic check finds only some of the barriers; a test with people who use assistive technology is still to come. We therefore do not claim full conformity.',
      ],
    },
  ],
}

const privacy: TextPage = {
  title: 'Data protection',
  lead: 'What this application stores about you, what for, and what it cannot do.',
  sections: [
    {
      title: 'What is stored',
      paragraphs: [
        'Your name, work e-mail address and the municipality for which you work; your enrolments in workshops and your attendance; who changed what about them, and when.',
        'If you upload your calendar, we keep beginning and end of busy times of the next twelve months, for you alone. You can delete them at any time.',
        'There is no evaluation by person, no ranking and no list of last sign-ins. Superiors see nothing about you here.',
      ],
    },
    {
      title: 'Evaluations',
      paragraphs: [
        'Evaluations work like a postal vote: outside it says who has voted, inside lies the sealed ballot. It is counted only at the end, mixed. Under five answers nothing is shown.',
        'Taking part is voluntary, every question can be skipped, and nobody sees who took part.',
      ],
    },
    {
      title: 'Cookies and other servers',
      paragraphs: [
        'After you sign in, one cookie keeps your session; a second one remembers the language if you choose one. Visits are not counted, and no page loads anything from other servers.',
      ],
    },
    {
      title: 'Your rights',
      paragraphs: [
        'You may ask for information, correction and erasure. Turn to the competence centre or to the data protection officer of your administration.',
      ],
    },
  ],
}

export const pages: typeof de = {
  about,
  accessibility,
  privacy,
  contact: 'Your contact',
  municipalities: 'Facts about the municipalities',
}
