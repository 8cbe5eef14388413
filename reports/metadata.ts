// What pdfkit leaves out of a file's metadata.

import { escaped, inXml } from '#reports/sheet.ts'

/**
 * pdfkit writes the same text into the information dictionary and, without escaping it, into an XML packet. This
 * value is the plain text in the one and escaped in the other; both leave out what XML cannot hold, for they must agree.
 */
export function xmpText(text: string): object {
  return Object.assign(new String(inXml(text)), { toString: () => escaped(text) })
}

const EXTENSION = [
  'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
  'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"',
  'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
].join(' ')
const ID = 'http://www.aiim.org/pdfua/ns/id/'

/** The mark of PDF/UA-1, and the description of that mark which PDF/A asks for. */
export const universalAccess = `
<rdf:Description rdf:about="" xmlns:pdfuaid="${ID}"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" ${EXTENSION}><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>${ID}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`
