import { describe, expect, it } from 'vitest';
import { sparkline } from '../../engine/report/text/sparkline.js';

describe('A sparkline', () => {
  it('has its lowest bar at the lowest value and its highest at the highest', () => {
    expect(sparkline([3, 1, 2])).toBe('█▁▅');
  });

  it('keeps values beyond its bounds at the bounds', () => {
    expect(sparkline([-1, 0.5, 7], { low: 0, high: 1 })).toBe('▁▅█');
  });

  it('draws nothing for nothing', () => {
    expect([sparkline([]), sparkline([null, Number.NaN])]).toEqual(['', '  ']);
  });
});
