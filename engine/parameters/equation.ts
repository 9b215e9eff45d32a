import type { NumberDefinition } from './definition.js';

const CHAIN_SOURCE =
  'judgement: that industries gain from suppliers and customers nearby has evidence (Ellison, Glaeser & Kerr 2010, American Economic Review 100(3), 1195–1213, on why industries locate together; Javorcik 2004, same journal 94(3), 605–627, on suppliers of foreign firms; Amiti & Javorcik 2008, Journal of Development Economics 85(1–2), 129–149, on entry into Chinese provinces); the size in this equation has none, and panels of UK regions gave none, so that compare prints where the answer would turn; only where the case has an input–output table';

/** Parameters of the growth equation, with the barrier it starts from and the discount rate. */
export const EQUATION_DEFINITIONS = {
  localisation: {
    title: 'pull of specialised industries',
    symbol: 'α',
    meaning: 'elasticity of the competitive level with respect to an advantage in the location quotient',
    unit: 'log points per unit of φ(LQ)',
    value: 'triangular(0, 0.04, 0.10)',
    range: [0, 0.1],
    domain: [0, 1],
    source:
      'derived: upper end, rounded, of the likely range .015–.039 of agglomeration elasticities (Donovan, de Graaff, de Groot & Koopmans 2024, Journal of Economic Surveys 38(1), 168–200: 6,684 estimates from 294 studies), since elasticities in developing countries are higher by up to .01, though not significantly (Grover, Lall & Timmis 2023, Regional Science and Urban Economics 101, 103901); width after Melo, Graham & Noland 2009, same journal 39(3), 332–342, whose 729 elasticities vary greatly; their use for the location quotient is judgement; held out (tandem backtest): risen location quotients were followed by falling ones in 41 UK regions 1998–2021, −0.5 ± 0.2, so that this panel gives no evidence for it; 16 German Länder 2008–2014 are too few years to tell',
    status: 'derived',
  },
  marketAccess: {
    title: 'pull of near markets',
    symbol: 'β',
    meaning: 'elasticity of the competitive level with respect to market access',
    unit: 'log points per log point of M',
    value: 'lognormal(0.15, 0.63)',
    range: [0, 0.6],
    // Above s·β = 2 more output attracts more than itself and the path runs away: the domains of both keep below it.
    domain: [0, 1],
    source:
      'derived: in the wage equation of new economic geography the elasticity is 1/σ, and elasticities of substitution σ of 5–10 (Anderson & van Wincoop 2004, Journal of Economic Literature 42(3), 691–751) give .1–.2; Hering & Poncet 2010, Review of Economics and Statistics 92(1), 145–159, find that market access explains a significant part of wage differences between Chinese workers; upper bounds: Lin 2017, Journal of Urban Economics 98, 98–123 (urban employment, 2–2.5), and Donaldson & Hornbeck 2016, Quarterly Journal of Economics 131(2), 799–858 (land values); spread by judgement; held out: with rough distances, which were added to the published figures, 4.9 ± 2.0 in 41 UK regions 1998–2021, error of cells 11.47 against 11.54 % without, 0.6 ± 0.2 % of it, which hardly helps: the sign is borne out there, the size is beyond any elasticity published, since neighbours have more in common than access; German Länder 2008–2014 are too few years to tell',
    status: 'derived',
  },
  distanceDecay: {
    title: 'weight of distance',
    symbol: 'η',
    meaning: 'exponent of distance in market access and tie shares; the reported tie keeps its own',
    unit: '1',
    value: 'triangular(0.6, 0.9, 2)',
    range: [0.6, 2],
    domain: [0, 4],
    source:
      'derived: mean of about .9 for trade between countries (Disdier & Head 2008, Review of Economics and Statistics 90(1), 37–48: 1,467 estimates in 103 papers; the abstract confirms their number, the mean is quoted from the paper as it is cited elsewhere and was not checked against the text); upper end the exponent of the economic tie, formula 6 of the source paper, which the reported tie keeps; range and use within a province by judgement',
    status: 'derived',
  },
  rivalry: {
    title: 'harm done by rival neighbours',
    symbol: 'ψ',
    meaning: 'loss of competitive level where a neighbour behind a closed border builds the same industries',
    unit: 'log points per unit of V',
    value: 'triangular(0.05, 0.30, 0.60)',
    range: [0, 0.6],
    domain: [0, 2],
    source:
      'judgement, the weakest of all: normal use of capacity is 79–83 %, below 75 % is significant excess (Asian Development Bank, Knowledge Work on Excess Capacity in the People’s Republic of China); direction: Young 2000, Quarterly Journal of Economics 115(4), 1091–1135, and Bai, Du, Tao & Tong 2004, Journal of International Economics 63(2), 397–417; held out: no evidence in 41 UK regions 1998–2021, −1.7 ± 1.2, with rough distances, which were added to the published figures; German Länder 2008–2014 are too few years to tell',
    status: 'judgement',
  },
  displacement: {
    title: 'growth taken from others',
    symbol: 'δ',
    meaning: 'part of what a region gains in an industry that is taken from the others',
    unit: 'share',
    value: 'beta(2.8, 4.2, 0.05, 0.80)',
    range: [0.05, 0.8],
    domain: [0, 1],
    source:
      'judgement between full displacement of local services (Einiö & Overman 2020, The Effects of Supporting Local Business, Regional Science and Urban Economics 83: no overall effect, what is gained is lost nearby) and gains that are mainly new firms (Lu, Wang & Zhu 2019, American Economic Journal: Economic Policy 11(3), 325–360); the Additionality Guide, fourth edition (UK Homes and Communities Agency 2014), reckons with 25 % where displacement is low and 50 % where it is medium',
    status: 'judgement',
  },
  persistence: {
    title: 'lasting of an early lead',
    symbol: 'ρ',
    meaning: 'part of the inherited lead in growth that is left a year later',
    unit: '1/yr',
    value: 'beta(8, 2)',
    range: [0.3, 0.98],
    domain: [0, 1],
    source:
      'judgement; tests of shift-share projections find that extrapolating the regional share is somewhat worse than dropping it, and letting it converge better than both (Shift and share projection models: a reformulation), and that this share is stable in most industries but not in regions below the state (The stability of the regional share component: some further evidence, Annals of Regional Science); held out: neither of two panels can tell how it fades',
    status: 'judgement',
  },
  shrinkage: {
    title: 'part of the past lead that counts',
    meaning: 'part of the growth differential observed in the past that is taken over as inherited lead',
    unit: 'share',
    value: 0,
    twoYears: 'triangular(0, 0.25, 0.50)',
    range: [0, 0.5],
    domain: [0, 1],
    source:
      'judgement: with three observed years or more 0, since the lead of a single cell does not last on panels: data alone −0.21 ± 0.27 (51 US states 1997–2021), −0.60 ± 0.26 (Australian retail 1989–2018), 0.01 ± 0.25 (employees of 30 European countries 2008–2016), −0.10 ± 0.15 (41 UK regions 1998–2021), 0.18 ± 0.31 (16 German Länder 2008–2014); with two years, which show one rate of growth, as the model’s first version had it',
    status: 'judgement',
  },
  regionalShrinkage: {
    title: 'part of a region’s past lead that counts',
    meaning:
      'further part, beyond shrinkage, of the lead that a region’s industries have in common that is taken over as inherited lead',
    unit: 'share',
    value: 0.25,
    twoYears: 0,
    range: [0, 0.5],
    domain: [0, 1],
    source:
      'judgement: what a region’s industries share lasts longer than what one of them has alone: data alone 0.73 ± 0.36 (US states), 0.57 ± 0.56 (Australia), −0.05 ± 0.42 (European countries), 0.40 ± 0.25 (UK regions), 0.91 ± 0.62 (German Länder); held out, 0.25 against 0 makes the error of cells smaller by 0.3, 0.1, 2.6, 0.0 and 0.9 % of itself; with two observed years 0, as the model’s first version had it',
    status: 'judgement',
  },
  adjustment: {
    title: 'speed of adjustment',
    symbol: 'κ',
    meaning: 'part of the gap between realised and target competitive level that is closed each year',
    unit: '1/yr',
    value: 'triangular(0.10, 0.25, 0.50)',
    range: [0.1, 0.5],
    domain: [0, 1],
    source:
      'judgement: Bom & Ligthart 2014, Journal of Economic Surveys 28(5), 889–916, find an output elasticity of public capital of .083 in the short and .122 in the long run, so that .68 of the effect comes in the short run; taken as four years by judgement, since 1 − .75⁴ = .68',
    status: 'judgement',
  },
  outputPassThrough: {
    title: 'effect of output on regional product',
    symbol: 'ν',
    meaning: 'elasticity of a region’s gross domestic product with respect to its industrial output',
    unit: '1',
    value: 'triangular(0.3, 0.5, 0.7)',
    range: [0.3, 0.7],
    domain: [0, 1],
    source:
      'derived: the secondary sector is 172.0 of the 332.9 billion yuan of Changchun’s gross domestic product in 2010, .52, rounded; range by judgement',
    status: 'derived',
  },
  land: {
    title: 'harm done by scarce land',
    symbol: 'ζ',
    meaning: 'loss of competitive level as land in use passes its threshold',
    unit: 'log points per log point of U',
    value: 'triangular(0.3, 0.8, 1)',
    range: [0.3, 1],
    domain: [0, 3],
    source:
      'judgement; direction: Fang, Han, Huang, Lu & Zhang 2021, Does China’s Place-Based Land Policy Lead to Spatial Misallocation? (VoxChina, 17 November 2021): holding land back where demand is costs output',
    status: 'judgement',
  },
  supplierAccess: {
    title: 'help of near suppliers',
    symbol: 'γ_S',
    meaning: 'elasticity of the competitive level with respect to the reach of suppliers in other industries',
    unit: 'log points per log point of K',
    value: 'triangular(0, 0.02, 0.08)',
    range: [0, 0.08],
    domain: [0, 0.25],
    source: CHAIN_SOURCE,
    status: 'judgement',
  },
  customerAccess: {
    title: 'help of near customers',
    symbol: 'γ_D',
    meaning: 'elasticity of the competitive level with respect to the reach of customers in other industries',
    unit: 'log points per log point of K',
    value: 'triangular(0, 0.02, 0.08)',
    range: [0, 0.08],
    domain: [0, 0.25],
    source: CHAIN_SOURCE,
    status: 'judgement',
  },
  'response.formative': responseDefinition('formative'),
  'response.growing': responseDefinition('growing'),
  'response.mature': responseDefinition('mature'),
  'response.recession': responseDefinition('recession'),
  barrier: {
    title: 'closed borders at the start',
    symbol: 'b',
    meaning: 'base-year barrier between any two administrations, 0 open … 1 closed',
    unit: 'share',
    value: 'beta(5, 5)',
    range: [0.1, 0.9],
    domain: [0, 1],
    source:
      'judgement; that borders between Chinese provinces matter, and ever more from 1987 to 1997: Poncet 2003, China Economic Review 14(1), 1–21, and Poncet 2005, Review of International Economics 13(3), 409–430; nothing is published on borders within a province',
    status: 'judgement',
  },
  discountRate: {
    title: 'discount rate',
    meaning: 'rate at which later costs and gains count less',
    unit: '1/yr',
    value: 'triangular(0.04, 0.08, 0.10)',
    range: [0.04, 0.1],
    domain: [0, 0.5],
    source:
      'central value: China’s social discount rate for public projects, 8 % (National Development and Reform Commission & Ministry of Construction 2006, Methods and Parameters of Economic Evaluation of Construction Projects, third edition, China Planning Press); range by judgement',
    status: 'published',
  },
} as const satisfies Record<string, NumberDefinition>;

function responseDefinition(stage: string): NumberDefinition {
  return {
    symbol: 's',
    title: `response of ${stage} industries`,
    meaning: `responsiveness of an industry in its ${stage} stage`,
    unit: '1',
    value: 1,
    range: [0.5, 1.5],
    domain: [0, 2],
    source:
      'judgement: evidence on life-cycle effects conflicts, so all stages respond alike by default; with unequal responses a cell may change stage for ever, and growth then need not return to its trend',
    status: 'judgement',
  };
}
