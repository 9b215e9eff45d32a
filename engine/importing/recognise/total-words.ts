/** Names that can only be a total. */
const TOTAL =
  /^[\s_(*]*(?:(?:grand |overall )?totals?|_t|tot|all|sum|all (?:industries|sectors|activities|regions|areas|nace activities|branches)|(?:total|all)\b[\s,:;–—-]*(?:(?:of )?all )?(?:industr\w*|sectors?|activit\w*|nace activit\w*|econom\w*|regions?|areas|countr\w*|economic activit\w*)|(?:whole|total) economy|(?:ins)?gesamt|insgesamt|summe|alle (?:branchen|wirtschafts\w*|regionen|sektoren)|wirtschaft(?:sbereiche)? insgesamt|alle wirtschaftsbereiche|ensemble|totale?|totaal|toutes? (?:les )?\w+|a-[stu]|todos|合计|总计|總計|共计|全部|全国|全国合计|合計|総計|総数|全産業|全産業計|計|全县|全省|합계|전체|전산업|итого|всего)[\s)*]*$/iu;

/** Names with a word for a sum in them, which only arithmetic can bear out. */
const SUM_WORD =
  /\b(?:total|subtotal|all|whole|entire|nation(?:al|wide)?|federal|country|great britain|insgesamt|gesamt\w*|zusammen|bund(?:esgebiet)?|landesweit|ensemble|pays|nationale?|pa(?:í|i)s|paese|summe)\b|合计|小计|合計|小計|総数|全国|全省|全市|국가|전국|страна/iu;

const PART = /\b(?:of which|subset of|thereof|davon|darunter|dont|di cui|de los cuales|part of)\b|其中|うち/iu;

/**
 * What a name says of itself: that it is a total, perhaps a sum, or a part of another.
 *
 * @example
 * saysOfItself('All industries'); // → 'total'
 * saysOfItself('合计'); // → 'total'
 * saysOfItself('Total manufacturing'); // → 'perhaps'
 * saysOfItself('of which manufacturing (subset of B-E)'); // → 'part'
 * saysOfItself('Steel'); // → null
 */
export function saysOfItself(name: string): 'total' | 'perhaps' | 'part' | null {
  if (TOTAL.test(name)) return 'total';
  if (PART.test(name)) return 'part';
  return SUM_WORD.test(name) ? 'perhaps' : null;
}
