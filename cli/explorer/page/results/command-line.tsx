import { shellWord } from '../../../../engine/report/page/page.js';
import { commandWords } from '../../what-if/command-words.js';
import type { WhatIf } from '../../what-if/what-if.js';

/** The command that computes the same. */
export function CommandLine({ whatIf }: { readonly whatIf: WhatIf }) {
  return (
    <>
      <p class="note">The same on the command line, in the folder that the names of the files begin from:</p>
      <pre>
        <code id="command">npx tandem {commandWords(whatIf).map(shellWord).join(' ')}</code>
      </pre>
    </>
  );
}
