// What pdfkit 0.20 can do and its published types do not say yet.

declare namespace PDFKit {
  interface PDFDocument {
    /** The font that `font()` has chosen last. */
    _font: { font: ParsedFont }
  }

  /** A font as pdfkit's reader has understood it; it can be handed to any number of documents. */
  interface ParsedFont {
    characterSet: number[]
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): unknown
  }

  interface PDFStructureElement {
    dictionary: { data: Record<string, unknown> }
  }

  interface PDFOutline {
    options: { expanded?: boolean }
    addItem(
      title: string,
      options: { top: number; left: number; fit: boolean; expanded: boolean },
    ): PDFOutline
  }
}

declare namespace PDFKit.Mixins {
  interface StructureElementOptions {
    bbox?: [number, number, number, number]
    placement?: 'Block'
    scope?: 'Column' | 'Row'
  }

  interface PDFFont {
    registerFont(name: string, font: PDFKit.ParsedFont): this
  }

  interface PDFAttachmentOptions {
    relationship?: 'Data' | 'Source'
  }

  /** A text of PDF is a String object here: pdfkit writes plain strings as names. */
  interface TaggedLink {
    structParent: PDFKit.PDFStructureElement
    // eslint-disable-next-line @typescript-eslint/no-wrapper-object-types
    Contents: String
  }

  interface PDFAnnotation {
    link(x: number, y: number, width: number, height: number, url: string, options: TaggedLink): this
    goTo(x: number, y: number, width: number, height: number, name: string, options: TaggedLink): this
  }
}
