import type { BuildContext } from './build-context.js';
import { checkedNames, knownIndustries } from './check-names.js';
import type { Path } from './plain-data.js';
import type { IndustrySelector } from './scenario.js';

/** A choice of industries in the words of a file: a name or glob, a list of them, or conditions that all hold. */
export type WrittenIndustries =
  | string
  | readonly string[]
  | {
      readonly names?: string | readonly string[];
      readonly top?: number;
      readonly stage?: string | readonly string[];
      readonly lq?: string;
    };

/** Builds the selector of the industries that a policy targets. */
export function buildIndustries(path: Path, written: WrittenIndustries, context: BuildContext): IndustrySelector {
  const known = knownIndustries(context);
  if (typeof written === 'string' || isList(written)) {
    return { names: checkedNames(path, written, known, context), top: null, stage: null, locationQuotient: null };
  }
  const { names, top, stage, lq } = written;
  return {
    names: names === undefined ? null : checkedNames([...path, 'names'], names, known, context),
    top: top ?? null,
    stage: stage === undefined ? null : [stage].flat(),
    locationQuotient: lq === undefined ? null : parseBound(lq),
  };
}

/** A comparison such as `> 1`, in the form that the schema has checked. */
function parseBound(text: string): IndustrySelector['locationQuotient'] {
  const [operator = ''] = /^(>=|<=|>|<)/.exec(text.trim()) ?? [];
  return { operator: operator as '>' | '>=' | '<' | '<=', bound: Number(text.trim().slice(operator.length)) };
}

function isList(written: WrittenIndustries): written is readonly string[] {
  return Array.isArray(written);
}
