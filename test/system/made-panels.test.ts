import { describePanels, LARGE_PANELS } from '../calibration/made-panel-truths.js';

describePanels(LARGE_PANELS);
