import { describePanels, SMALL_PANELS } from '../made-panel-truths.js';

describePanels(SMALL_PANELS);
