import { Composer, type Document, Lexer, Parser, type YAMLParseError } from 'yaml';
import type { Position } from '../mistakes.js';
import type { MistakeList } from './mistake-list.js';

/** Deeper nesting than any schema has, and far from the limit of the stack. */
const MAX_DEPTH = 100;

/** The only document of the text, or undefined with mistakes added where its syntax is wrong. */
export function composeDocument(
  text: string,
  at: (offset: number) => Position,
  mistakes: MistakeList,
): Document.Parsed | undefined {
  const parser = new Parser();
  const tokens = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    // Composing recurses, and near the end of the stack V8 may abort the process instead of throwing, so depth is checked before.
    if (parser.stack.length > MAX_DEPTH) {
      mistakes.add(at(parser.offset), `nested more than ${MAX_DEPTH} levels deep`);
      return undefined;
    }
  }
  for (const token of parser.end()) tokens.push(token);
  const composer = new Composer({ schema: 'core', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const documents = [...composer.compose(tokens, true, text.length)];
  const document = documents[0]!;
  const lines = new Set<number>();
  for (const error of [...document.errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    const position = at(Math.min(error.pos[0], text.length));
    // One slip makes the parser complain several times about the same line.
    if (lines.has(position.line)) continue;
    lines.add(position.line);
    const { message, hint } = syntaxMessage(error, text);
    mistakes.add(position, message, hint);
  }
  if (documents[1] !== undefined) {
    mistakes.add(
      at(documents[1].range[0]),
      'a second document starts here',
      'one file holds one document: remove the ---',
    );
  }
  if (lines.size > 0 || documents[1] !== undefined) return undefined;
  if (document.contents === null) {
    mistakes.add(at(0), 'the file holds nothing but comments');
    return undefined;
  }
  return document;
}

function syntaxMessage(error: YAMLParseError, text: string): { message: string; hint?: string } {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { message: 'a tab indents this line', hint: 'indent with spaces' };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return {
        message: 'a second key on one line, or a text that holds a colon and a space',
        hint: 'quote the text, or check the indentation of the next line',
      };
    case 'BAD_SCALAR_START':
      return { message: `a text cannot start with ${text[error.pos[0]] ?? 'this character'}`, hint: 'quote it' };
    case 'BAD_ALIAS':
      return { message: 'a text cannot start with * or &', hint: 'quote it' };
    case 'MISSING_CHAR':
      if (error.message.includes('closing')) return { message: 'a quotation mark is opened and never closed' };
      break;
    case 'BAD_INDENT':
      if (error.message.startsWith('Flow')) return { message: 'a { or [ is not closed by its } or ]' };
      break;
    default:
  }
  return { message: `not YAML: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}` };
}
