// The page behind a number: what it means, what was counted, by which definition, and where it is held.

import type { DefinitionState } from '#app/domain/evidence.ts'
import { formatDay, formatNumber, outOf } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')

const definitionState = {
  same: 'Die Datenbank zählt heute noch genau so wie für diesen Bericht.',
  changed:
    'Die Definition in der Datenbank ist heute eine andere als für diesen Bericht. Die festgehaltenen Zahlen ändern sich dadurch nicht; unten steht die heutige.',
  unrecorded:
    'Dieser Bericht hat noch keinen Prüfwert der Definition festgehalten. Unten steht, wie die Datenbank heute zählt.',
  gone: 'Die Funktion, die für diesen Bericht zählte, gibt es in der Datenbank nicht mehr.',
} satisfies Record<DefinitionState, string>

export const evidence = {
  definitionState,
  title: (name: string) => `Nachweis: ${name}`,
  link: 'Nachweis',
  /** Begins with what is seen of the link; `value` may be left out, where the number stands elsewhere. */
  linkTo: (name: string, value: string) => `Nachweis: ${name}${value && `, ${value}`}`,
  all: 'Woraus die Zahlen bestehen',
  lead: (value: string, cutOff: string) => `${value}, Stichtag ${formatDay(cutOff, 'de')}.`,

  figure: 'Die Zahl',
  definition: 'Definition',
  counted: 'Was gezählt wurde',

  recountSame: (numerator: number, denominator: number) =>
    `Nachgezählt aus der Tabelle: ${outOf(numerator, denominator, 'de')}. Das ist die gezeigte Zahl.`,
  recountDiffers: (numerator: number, denominator: number) =>
    `Nachgezählt aus der Tabelle: ${outOf(numerator, denominator, 'de')}. Das ist nicht die gezeigte Zahl; bitte informieren Sie die Technik.`,
  townsCaption: 'Alle Kommunen, die am Stichtag bestehen, in alphabetischer Reihenfolge',
  declaredOn: 'Beitritt erklärt zum',
  notDeclared: 'nicht erklärt',
  counts: 'Zählt',
  isCounted: 'ja',
  notCounted: 'nein',
  noDeclaration: 'nein, keine Erklärung',
  noSpecialist: 'nein, keine IT-Fachkraft',
  noNames: 'Namen von Personen stehen hier nicht; gezeigt wird nur, wie viele es je Kommune sind.',
  specialistsOverlap: (count: number) =>
    `Die IT-Fachkräfte je Kommune lassen sich nicht zusammenzählen: Wer mehrere Kommunen betreut, zählt im Kreis einmal. Verschiedene Personen in den teilnehmenden Kommunen: ${number(count)}.`,
  severalValues: 'mehrere Werte, siehe Tabelle',
  onlySums:
    'Gezeigt werden Summen und worauf sie beruhen. Die gezählten Zeilen sind Anmeldungen und Anwesenheiten einzelner Personen; sie stehen nirgends in einem Bericht. Mit dem SQL-Text unten lässt sich die Zahl in der Datenbank nachzählen.',
  onlyReleased:
    'Gezählt wird nur, was freigegeben ist. Einzelne Antworten gibt es nirgends: Stimmzettel werden versiegelt, gemischt und nur als Summe ausgezählt. Beschäftigtengruppen werden nur dort getrennt gezeigt, wo die Freigabe selbst beide zeigt.',
  notApart:
    'Wie sich die Antworten verteilen, gibt die Freigabe nicht preis; deshalb lässt sich hier nichts nachzählen.',

  releases: 'Freigaben',
  releasesLead:
    'Die freigegebenen Auszählungen, aus denen der Verlauf besteht. Für die Kennzahl zählt die jüngste.',
  noReleases: 'Bis zum Stichtag war keine Befragung freigegeben.',
  round: 'Befragung',
  closedOn: 'Abgeschlossen',
  releasedOn: 'Freigegeben',
  fingerprint: 'Prüfwert',
  state: 'Stand',
  unchanged: 'unverändert',
  changed: 'verändert, zählt nicht',

  sql: 'Wie die Datenbank zählt',
  noSql:
    'Für diese Kennzahl zählt keine Funktion der Datenbank. Sie wird aus den freigegebenen Auszählungen gelesen; deren Prüfwerte stehen oben.',
  showSql: (name: string) => `SQL-Text von ${name}`,
  sqlFrozen: 'Prüfwert im Bericht',
  sqlToday: 'Prüfwert heute',

  held: 'Wo die Zahl festgehalten ist',
  heldPreliminary:
    'Nirgends. Diese Zahl wird bei jedem Aufruf neu gezählt und gilt erst, wenn sie in einem Bericht festgehalten und freigegeben ist.',
  snapshot: 'Bericht',
  chain: 'Kette der Berichte',
  chainIntact: 'Unverändert: Jeder Bericht passt zu seinem Prüfwert und zu seinem Vorgänger.',
  chainBroken: (numbers: string) => `Nicht unverändert: Bericht Nr. ${numbers}.`,
}
