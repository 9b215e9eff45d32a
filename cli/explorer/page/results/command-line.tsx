import { shellWord } from '../../../../engine/report/page/page.js';
import { commandWords } from '../../what-if/command-words.js';
import type { WhatIf } from '../../what-if/what-if.js';

/** The command that computes the same. */
export function CommandLine({ whatIf }: { readonly whatIf: WhatIf }) {
  return (
    <section id="same" aria-labelledby="command-title">
      <h2 id="command-title">The same on the command line</h2>
      <p class="note">In the folder in which tandem explore was started.</p>
      <pre>
        <code id="command">npx tandem {commandWords(whatIf).map(shellWord).join(' ')}</code>
      </pre>
    </section>
  );
}
