import type { questionnaire as deQuestionnaire } from '#app/i18n/de/questionnaire.ts'

export const questionnaire: typeof deQuestionnaire = {
  name: {
    'workshop-feedback': 'Workshop feedback',
    'workshop-transfer': 'Benefit of the workshop after eight weeks',
    'competence-centre': 'Rating of the IT competence centre',
    'needs-assessment': 'Training needs',
    'general-feedback': 'General satisfaction',
  },
  answerError: {
    unreadable: 'Your answers did not arrive completely. Please send them once more.',
    'unknown-question': 'This question is not part of the questionnaire.',
    'unknown-row': 'This topic is not part of the questionnaire.',
    'hidden-question': 'This question is not asked with your other answers. Please leave it blank.',
    'not-a-choice': 'Please choose one of the answers offered.',
    'not-a-number': 'Please enter a whole number within the range given.',
    'not-a-text': 'The text holds a character that cannot be stored. Please write it again.',
    empty: 'Please leave this question blank altogether, or answer it.',
    'too-long': 'Please shorten the text.',
  },
  finding: {
    'not-allowed': 'Questionnaires do not provide for this entry.',
    missing: 'Something is missing here.',
    'wrong-kind': 'This is another kind of entry than is needed here.',
    'bad-key':
      'A key begins with a small letter and holds small letters without accents, digits and underscores only.',
    'key-twice': 'This key is used already.',
    'too-long': 'This text is too long.',
    'too-many': 'These are too many entries.',
    'too-few': 'At least one entry is needed here.',
    'too-big': 'The questionnaire is too large, or its texts may become too long together.',
    placeholder: 'Texts may not hold curly brackets.',
    'not-the-scale':
      'The values are either the scale (5, 4, 3, 2, 1 and 0, in this order) or words, all of them.',
    'bad-html':
      'Only paragraphs, line breaks, lists and emphasis are allowed (p, br, ul, ol, li, strong, em), without attributes.',
    'external-address':
      'Addresses of other sites are not allowed in questionnaires. Say where something is found instead.',
    unstorable: 'This holds a character that cannot be stored. Please write the text again.',
    'wrong-range': 'The numbers lie between 0 and 1,000,000, and the smallest is not above the largest.',
    'unknown-type':
      'This kind does not exist here. Possible are radiogroup, checkbox, matrix, boolean, text, comment and html.',
    required: 'Every question may be skipped. Please remove “isRequired”.',
    'too-few-choices': 'There must be at least two answers to choose from.',
    panel: 'Sections are pages here. Please make a page of its own of this group.',
    rating: 'Ratings are a “radiogroup” here, with the scale 5, 4, 3, 2, 1 and 0.',
    'too-deep': 'This is nested too deeply.',
    'not-json': 'This is not JSON. Please check brackets, commas and quotation marks.',
    'not-understood': 'SurveyJS cannot read the questionnaire like this.',
    'wrong-solution': 'What counts as right cannot be chosen.',
    'bad-condition':
      'A condition compares an earlier answer with something that can be chosen there, for example: {overall} <= 2.',
  },
  survey: {
    submit: 'Send answers',
    wholeNumber: 'Please enter a whole number.',
    sending: 'Your answers are being sent …',
    offline:
      'You are not connected at the moment. Your answers are still here: please send them once the connection is back.',
    signedOut:
      'You have been signed out. Your answers are still here: sign in again in a second window, then send them from here.',
    loading: 'The questionnaire is loading …',
    keepsDrafts: 'Keep a draft on this device',
    draftKept:
      'Your draft stays on this device only and is deleted once your answers have arrived. If others use this computer too, please switch this off.',
    hintTitle: 'Somebody could be recognised by this. Please put it in more general words.',
    moreHints: 'Further passages',
    hint: {
      'mail-address': 'a mail address',
      phone: 'a telephone number',
      address: 'an address',
      person: 'a person',
      role: 'a position or duty',
      place: 'a place',
    },
    draftNotKept:
      'Nothing is stored on this device. If you leave the page, answers that were not sent are gone.',
  },
  yes: 'Yes',
  no: 'No',
  range: (min, max) => `A whole number from ${min} to ${max}.`,
  onlyIf: (condition) => `Please answer only if: ${condition}.`,
  join: { and: 'and', or: 'or' },
  comparison: {
    '=': (question, answer) => `“${question}” = “${answer}”`,
    '<>': (question, answer) => `“${question}” is not “${answer}”`,
    '<': (question, answer) => `“${question}” is less than “${answer}”`,
    '<=': (question, answer) => `“${question}” is “${answer}” at most`,
    '>': (question, answer) => `“${question}” is more than “${answer}”`,
    '>=': (question, answer) => `“${question}” is “${answer}” at least`,
    contains: (question, answer) => `“${answer}” is ticked in “${question}”`,
  },
}
