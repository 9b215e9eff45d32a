import { z } from 'zod';
import type { Economy } from '../economy/economy.js';
import { linksBetween } from '../economy/network.js';
import type { Scalar } from '../values/scalar.js';
import { delayField, failureField, rampField } from './fields.js';
import type { EffectPattern, NamedLink, PolicyContext, PolicyKind } from './kind.js';
import { product } from './series.js';

/** Cost of the Changchun–Jilin intercity line, 9.6 billion yuan for 111 km, in 10⁸ yuan per km. */
const COST_PER_KM = 0.865;
/** The currency of that cost. */
const COST_CURRENCY = /^10(\^8|⁸)\s*yuan$/i;

/** Modes that the cost of the known line holds for. */
const RAIL = /rail|train/i;

const node = z.string().min(1);
const linkEntry = z.union([
  z.tuple([node, node]),
  z.strictObject({
    from: node,
    to: node,
    km: z.number().positive().optional().describe('new length in km; builds the link where there is none'),
    minutes: z.number().positive().optional().describe('new travel time in minutes'),
    mode: z.string().min(1).optional().describe('such as rail or road'),
  }),
]);

/** A link in the words of a scenario file. */
export type LinkEntry = z.infer<typeof linkEntry>;

/** Infrastructure coordination: links shortened, set to a length or newly built. */
export const infrastructure: PolicyKind = {
  kind: 'infrastructure',
  title: 'Infrastructure coordination',
  section: '3.6',
  summary:
    'Links between places are shortened, set to a length, or newly built. Effective distance falls in km and minutes alike, on the shortest path over the whole network, so that a new link also helps those who only pass through. Ties and market access rise for all who come closer.',
  apart:
    'each builds its own: half the shortening at one and a half times the cost, unless spurEffect and spurCost say otherwise (spurs)',
  whenFailed: 'demand falls short and half of the shortening is felt, unless shortfallEffect says otherwise',
  common: {
    delay: delayField('triangular(3, 4, 7)', [3, 7], {
      meaning: 'years of construction before the first effect',
      source:
        'judgement; the Changchun–Jilin intercity line was begun on 13 May 2007 and opened on 30 December 2010, 3.6 years later (China National Radio; Xinhua)',
    }),
    ramp: rampField('triangular(0, 2, 5)', [0, 5], { meaning: 'years from opening to the full effect' }),
    failure: failureField(0.4, [0.2, 0.9], {
      meaning: 'probability that demand falls short',
      source:
        'judgement between nine of ten rail forecasts too high, by 106 % on average (Flyvbjerg, Skamris Holm & Buhl 2005, Journal of the American Planning Association 71(2), 131–146), and strong traffic on Chinese lines, 672 million trips on high-speed trains in 2013 after 128 million in 2008 (Ollivier, Bullock, Jin & Zhou 2014, High-Speed Railways in China: A Look at Traffic, World Bank, China Transport Topics 11)',
    }),
  },
  cost: {
    meaning:
      'in all, as estimated before construction; costFactor makes it the outturn. Without it costPerKm by length',
    timing: 'over the delay',
    base: 'currency',
    charges: [{ timing: 'over the delay', rate: costOfLine }],
    outturn: (context) => product(product(context.number('cost'), context.number('costFactor')), spurFactor(context)),
  },
  fields: {
    shorten: {
      title: 'length that links lose',
      symbol: 'k',
      meaning: 'part of their length that existing links lose; not for links given a length',
      unit: 'share',
      value: 0.2,
      range: [0, 0.5],
      domain: [0, 0.99],
      source: 'judgement: about what upgraded signalling and faster trains bring',
      status: 'judgement',
    },
    costFactor: {
      title: 'cost overrun',
      meaning: 'outturn cost per unit of estimated cost, where a cost is given; 1 where the given cost is the outturn',
      unit: '1',
      value: 'lognormal(1.403, 0.258)',
      range: [0.8, 2.5],
      domain: [0, 10],
      source:
        'derived from Flyvbjerg, Skamris Holm & Buhl 2003, Transport Reviews 23(1), 71–88: overrun of rail projects .45 on average, s.d. .38, lognormal on 1 + overrun; for roads (.20, s.d. .30) write lognormal(1.164, 0.246)',
      status: 'derived',
    },
    bypassPush: {
      title: 'effect on regions bypassed',
      meaning: 'push on all industries of the regions named as bypassed; negative for a loss',
      unit: 'log points',
      value: 0,
      range: [-0.05, 0],
      domain: [-1, 1],
      source: 'none by default: evidence on regions that a fast line passes by conflicts',
      status: 'judgement',
    },
    costPerKm: {
      title: 'cost of a kilometre',
      meaning: 'outturn cost of a kilometre of line, where no cost is given',
      unit: 'the case’s currency per km',
      value: null,
      absent: `that of the intercity line, ${COST_PER_KM}, for railways where the case’s currency is 10^8 yuan, else 0`,
      range: [0.4, 2],
      domain: [0, 1e15],
      source:
        'derived from the Changchun–Jilin intercity line: 9.6 billion yuan in all, as reported in October 2010 (8.6 billion when begun in 2007), for 111 km (Xinhua, 30 December 2010)',
      status: 'derived',
    },
    spurCost: {
      title: 'further cost of own lines',
      meaning: 'further cost where each region builds its own, as a part of the joint cost',
      unit: 'share',
      value: 'triangular(0, 0.5, 1)',
      range: [0, 1],
      domain: [0, 10],
      source: 'judgement: between sharing half of what is built and building everything twice',
      status: 'judgement',
    },
    spurEffect: {
      title: 'effect of own lines',
      meaning: 'part of the shortening that is achieved where each region builds its own',
      unit: 'share',
      value: 'triangular(0.2, 0.5, 1)',
      range: [0.2, 1],
      domain: [0, 1],
      source: 'judgement',
      status: 'judgement',
    },
    shortfallEffect: {
      title: 'effect where demand falls short',
      meaning: 'part of the shortening that is felt where demand falls short',
      unit: 'share',
      value: 'triangular(0.25, 0.5, 0.8)',
      range: [0.25, 0.8],
      domain: [0, 1],
      source:
        'derived: rail forecasts were 106 % too high on average, so that 1/2.06 = .49 of the demand came (Flyvbjerg, Skamris Holm & Buhl 2005, Journal of the American Planning Association 71(2), 131–146); rounded',
      status: 'derived',
    },
  },
  options: {
    links: z.array(linkEntry).min(1).describe('links by their two ends, or with a new length: { from, to, km }'),
    km: z.number().positive().optional().describe('new length in km of the links that give none of their own'),
    minutes: z
      .number()
      .positive()
      .optional()
      .describe('new travel time in minutes of the links that give none of their own'),
    mode: z.string().min(1).optional().describe('only links of this mode, such as rail'),
    bypassed: z.array(z.string().min(1)).optional().describe('regions that the new links pass by'),
  },
  targetsIndustries: false,
  scalable: false,
  example: `kind: infrastructure
name: Faster trains Changchun–Jilin
links: [[Changchun, Jilin]]
shorten: 25%
start: 2012`,

  remark({ numbers, links }, { currency, network }) {
    if (Object.hasOwn(numbers, 'cost') || Object.hasOwn(numbers, 'costPerKm')) return null;
    if (!knowsCostPerKm(currency)) {
      return `costs nothing, since no cost of a line is known in ${currency} (give cost or costPerKm)`;
    }
    const unpriced = links.flatMap((link) => modesOf(link, network)).filter((mode) => !RAIL.test(mode));
    const modes = [...new Set(unpriced)].join(' and ');
    return modes === ''
      ? null
      : `no cost of a km of ${modes} is known, so that part costs nothing (give cost or costPerKm)`;
  },

  effects(context: PolicyContext): EffectPattern[] {
    const profile = context.jointProfile(context.regions);
    const felt = feltPart(context);
    const shorter = product(context.number('shorten'), felt);
    const shortened = context.links.map(({ link, target }): EffectPattern => {
      const { length } = context.base.links[link]!;
      if (target === null) return { lever: 'distance', link, amount: shorter, profile };
      if (!Number.isFinite(length)) return { lever: 'distance', link, amount: felt, profile, opens: target };
      return { lever: 'distance', link, amount: () => (1 - target / length) * felt(), profile };
    });
    const amount = context.number('bypassPush');
    const bypassed = context.bypassed.flatMap((region) =>
      context.base.industries.map(
        (_, industry): EffectPattern => ({ lever: 'push', region, industry, amount, profile }),
      ),
    );
    return [...shortened, ...bypassed];
  },
};

/** Part of the shortening that is felt: less where demand falls short, and where each region builds its own. */
function feltPart(context: PolicyContext): Scalar {
  const together = context.jointCoordination('spurs', context.regions);
  const [spurEffect, shortfallEffect] = [context.number('spurEffect'), context.number('shortfallEffect')];
  return context.once(() => {
    const achieved = 1 - (1 - spurEffect()) * (1 - together());
    return context.expected(1, shortfallEffect()) * achieved;
  });
}

/** Cost of the whole line, where none is given. */
function costOfLine(context: PolicyContext): Scalar {
  const [length, perKm, spurs] = [lengthOfLine(context), costPerKm(context), spurFactor(context)];
  return () => length * perKm() * spurs();
}

/** Kilometres of line with a known price: all where costPerKm is given, else those of railways. */
function lengthOfLine(context: PolicyContext): number {
  const priced = context.given('costPerKm')
    ? context.links
    : context.links.filter(({ link }) => RAIL.test(context.base.links[link]!.mode));
  return priced.reduce((total, { km }) => total + km, 0);
}

/** Modes of the links that a policy names; one that it builds without saying its mode is a railway. */
function modesOf({ from, to, mode }: NamedLink, network: Economy['network']): readonly string[] {
  if (mode !== null) return [mode];
  if (network === null) return [];
  const [a, b] = [network.nodes.indexOf(from), network.nodes.indexOf(to)];
  const existing = linksBetween(network, a, b).map((link) => network.links[link]!.mode);
  return existing.length > 0 ? existing : ['rail'];
}

/** Factor on the cost where each region builds its own. */
function spurFactor(context: PolicyContext): Scalar {
  const together = context.jointCoordination('spurs', context.regions);
  const spurCost = context.number('spurCost');
  return () => 1 + spurCost() * (1 - together());
}

/** Cost of a kilometre: the given one, else that of the known line where the case has its currency. */
function costPerKm(context: PolicyContext): Scalar {
  if (context.given('costPerKm')) return context.number('costPerKm');
  const known = knowsCostPerKm(context.currency) ? COST_PER_KM : 0;
  return () => known;
}

function knowsCostPerKm(currency: string): boolean {
  return COST_CURRENCY.test(currency.trim());
}
