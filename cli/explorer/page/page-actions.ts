import { writeAddress } from '../what-if/address.js';
import type { WhatIf } from '../what-if/what-if.js';
import { saveFile } from './results/save-file.js';
import type { startEngine } from './workers/clients.js';
import type { Answer } from './workers/messages.js';

type Engine = ReturnType<typeof startEngine>;

/** The steps that leave the page: a file saved, a link copied. Both say what came of them in the page's notice. */
export interface PageActions {
  save(question: Parameters<Engine['ask']>[0]): Promise<void>;
  copyLink(): Promise<void>;
}

/** Words on where a link works: a page that is one file has no server. */
const LINK_PLACE: Readonly<Record<string, string>> = {
  'file:': 'where this file lies at the same place; from another copy of it, take what stands behind #',
  'http:': 'while tandem explore runs in this folder at this port',
};

/** The steps that leave the page, of what it shows at present. */
export function pageActions(engine: Engine, present: WhatIf, setNotice: (notice: string) => void): PageActions {
  const save = async (question: Parameters<typeof engine.ask>[0]): Promise<void> => {
    const answer: Answer = await engine.ask(question);
    if ('text' in answer) {
      saveFile(answer.name, answer.text);
      if (question.task === 'scenario')
        setNotice(
          `Put ${answer.name} into the folder in which tandem explore was started: npx tandem run ${answer.name}`,
        );
    } else setNotice('failure' in answer ? answer.failure : 'Nothing is saved while a field holds a mistake.');
  };
  const copyLink = async (): Promise<void> => {
    window.history.replaceState(null, '', `#${writeAddress(present)}`);
    try {
      await navigator.clipboard.writeText(location.href);
      setNotice(`The link is copied. It works ${LINK_PLACE[location.protocol] ?? LINK_PLACE['http:']}.`);
    } catch {
      setNotice('The link stands in the address bar; this browser does not let the page copy it.');
    }
  };
  return { save, copyLink };
}
