/** Names that can only be a total. */
const TOTAL =
  /^[\s_(*]*(?:(?:grand |overall )?totals?|_t|tot|all|sum|all (?:industries|sectors|activities|regions|areas|nace activities|branches)|(?:total|all)\b[\s,:;–—-]*(?:(?:of )?all )?(?:industr\w*|sectors?|activit\w*|nace activit\w*|econom\w*|regions?|areas|countr\w*|economic activit\w*)|(?:whole|total) economy|(?:ins)?gesamt|insgesamt|summe|alle (?:branchen|wirtschafts\w*|regionen|sektoren)|wirtschaft(?:sbereiche)? insgesamt|alle wirtschaftsbereiche|ensemble|totale?|totaal|toutes? (?:les )?\w+|a-[stu]|todos|合计|总计|總計|共计|全部|全国|全国合计|合計|総計|総数|全産業|全産業計|計|全县|全省|합계|전체|전산업|итого|всего)[\s)*]*$/iu;

/** Names with a word for a sum in them, which only arithmetic can bear out. */
const SUM_WORD =
  /\b(?:total|subtotal|all|whole|entire|nation(?:al|wide)?|federal|country|great britain|insgesamt|gesamt\w*|zusammen|bund(?:esgebiet)?|landesweit|ensemble|pays|nationale?|pa(?:í|i)s|paese|summe)\b|合计|小计|合計|小計|総数|全国|全省|全市|국가|전국|страна/iu;

const PART = /\b(?:of which|subset of|thereof|davon|darunter|dont|di cui|de los cuales|part of)\b|其中|うち/iu;

/** Names of groups of regions: of the World Bank, of Europe, of China's yearbooks and of censuses. */
const GROUP =
  /^(?:world|(?:high|low|middle|(?:lower|upper) middle|low & middle) income|(?:east asia|europe|latin america|middle east|sub-saharan africa|south asia|north america|central europe|caribbean|pacific island|other small)\b.*(?:asia|pacific|caribbean|africa|america|baltics|states|ida|ibrd|income\)|dividend\)).*|euro ?area.*|eurozone|european union.*|eu\W?\d\d.*|arab world|oecd.*|(?:ida|ibrd)\b.*|fragile and conflict.*|heavily indebted.*|least developed countries.*|small states|(?:pre|early|late|post)-demographic dividend|africa (?:eastern and southern|western and central)|g-?(?:7|20)|asean|brics|(?:东部|中部|西部|东北|其他|沿海|内陆)(?:地区)?|(?:长三角|珠三角|京津冀)(?:地区)?)$/iu;

/**
 * The statement of a name about itself: that it is a total, a group of regions, perhaps a sum, or a part of another.
 *
 * @example
 * saysOfItself('All industries'); // → 'total'
 * saysOfItself('合计'); // → 'total'
 * saysOfItself('Total manufacturing'); // → 'perhaps'
 * saysOfItself('of which manufacturing (subset of B-E)'); // → 'part'
 * saysOfItself('东部地区'); // → 'group'
 * saysOfItself('Steel'); // → null
 */
export function saysOfItself(name: string): 'total' | 'group' | 'perhaps' | 'part' | null {
  if (TOTAL.test(name)) return 'total';
  if (PART.test(name)) return 'part';
  if (GROUP.test(name)) return 'group';
  return SUM_WORD.test(name) ? 'perhaps' : null;
}
