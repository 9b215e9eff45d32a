import { Parser } from 'saxen';

/** Handlers of the elements of a document; names come without prefix. */
export interface XmlHandlers {
  /** `decode` gives an attribute's text without `&amp;` and the like. */
  open?(name: string, attributes: () => Readonly<Record<string, string>>, decode: (text: string) => string): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Namespaces whose elements and attributes are named with these prefixes, whatever the document calls them. */
const NAMESPACES = {
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 'x',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 'x',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'p',
};

/** Reads a document of a workbook from its beginning to its end. Throws an Error where it is no XML. */
export function readXml(bytes: Uint8Array, { open, close, text }: XmlHandlers): void {
  const parser = new Parser();
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.ns(NAMESPACES);
  parser.on('openTag', (name, attributes, decode) => open?.(local(name), attributes, decode));
  parser.on('closeTag', (name) => close?.(local(name)));
  parser.on('text', (value, decode) => text?.(decode(value)));
  parser.on('cdata', (value) => text?.(value));
  parser.on('error', (error) => {
    throw error;
  });
  parser.parse(new TextDecoder().decode(bytes));
}
