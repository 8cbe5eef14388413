// How SurveyJS is set up: language, look, and a security policy that allows no style elements. Browser only.

import {
  createResetVariablesStyle,
  Model,
  QuestionBooleanModel,
  QuestionMatrixModel,
  QuestionTextModel,
  settings,
  surveyLocalization,
  type SurveyModel,
} from 'survey-core'
import 'survey-core/i18n/german'
import { ContrastLight } from 'survey-core/themes'
import type { Locale } from '#app/domain/locale.ts'
import type { Definition } from '#app/domain/questionnaire.ts'

// German stands under `default` in our definitions. While the library's own default was English it would show
// `default`, and so German, to those who asked for English.
surveyLocalization.defaultLocale = 'de'
// The page has its heading already.
settings.titleTags = { survey: 'h2', page: 'h2', panel: 'h2', question: 'h3' }

const ROW_TITLE_WIDTH = '12rem'
/** In pixels. On less, the last columns would hide behind the edge, and with them the dissatisfied. */
const TABLE_FROM = 1_100

const theme = {
  ...ContrastLight,
  cssVariables: {
    ...ContrastLight.cssVariables,
    '--sjs2-typography-font-family-text': 'inherit',
    '--sjs2-color-project-brand-600': 'var(--accent)',
    '--sjs2-color-utility-surface-survey': 'transparent',
    // What can be chosen or filled in stands out from the page by 3 to 1 at least; 3.0.0 takes the colour of
    // boxes for radio buttons too.
    '--sjs2-color-component-checkbox-false-default-border': 'var(--muted)',
    '--sjs2-color-component-checkbox-false-hovered-border': 'var(--text)',
    '--sjs2-color-component-formbox-default-border': 'var(--muted)',
    '--sjs2-color-component-formbox-hovered-border': 'var(--text)',
    // The edges of the page are ours; two pixels leave room for the frame of a question.
    '--sjs2-layout-component-page-content-area-padding-horizontal': '2px',
    '--sjs2-layout-component-page-header-padding-horizontal': '2px',
    '--sjs2-layout-component-survey-footer-padding-horizontal': '2px',
    '--sjs2-layout-component-survey-box-padding-bottom': '2rem',
  },
}

type ModelLabels = { submit: string; wholeNumber: string }

/** One page with everything on it, without a title and an end of its own: the route has both. */
export function surveyModel(definition: Definition, locale: Locale, labels: ModelLabels): SurveyModel {
  const model = new Model(definition)
  model.locale = locale
  model.applyTheme(theme)
  model.generateStylesheet = false
  model.showTitle = false
  model.showCompletedPage = false
  model.showQuestionNumbers = false
  model.showProgressBar = false
  model.questionsOnPageMode = 'singlePage'
  model.focusFirstQuestionAutomatic = false
  model.textUpdateMode = 'onTyping'
  model.completeText = labels.submit
  model.onValidateQuestion.add((_, options) => {
    const { question } = options
    if (!(question instanceof QuestionTextModel) || question.inputType !== 'number' || question.isEmpty())
      return
    if (!Number.isInteger(options.value)) options.error = labels.wholeNumber
  })
  // A switch would stand on "no" before anybody has answered.
  for (const question of model.getAllQuestions()) {
    if (question instanceof QuestionBooleanModel) question.renderAs = 'radio'
  }
  const matrices = model.getAllQuestions().filter((question) => question instanceof QuestionMatrixModel)
  for (const matrix of matrices) matrix.rowTitleWidth = ROW_TITLE_WIDTH
  model.onResize.add((_, { width }) => {
    for (const matrix of matrices) matrix.displayMode = width < TABLE_FROM ? 'list' : 'table'
  })
  model.onAfterRenderSurvey.add((_, { htmlElement }) => adoptStyle(model, htmlElement))
  followWidth(model)
  return model
}

/**
 * The library lets the change after one that made it narrow or wide pass, as one that it caused itself. A window that
 * goes on changing would then keep the table on a phone's width.
 */
function followWidth(model: SurveyModel): void {
  let observer: ResizeObserver | undefined
  model.onAfterRenderSurvey.add((_, { htmlElement }) => {
    observer?.disconnect()
    observer = new ResizeObserver(() => {
      requestAnimationFrame(() => model.forceProcessResponsiveness())
    })
    observer.observe(htmlElement)
  })
}

let adopted: CSSStyleSheet | undefined

/** The library would write its base style into style elements, which the page's security policy refuses. */
function adoptStyle(model: SurveyModel, root: HTMLElement): void {
  if (!adopted) {
    adopted = new CSSStyleSheet()
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, adopted]
  }
  adopted.replaceSync(model.themeStyle)
  adopted.replaceSync(`${model.themeStyle}\n${createResetVariablesStyle(root)}`)
}
