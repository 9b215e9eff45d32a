import { COLOURS } from '../figures/drawing/colours.js';
import { FONT_FAMILY } from '../figures/drawing/figure-file.js';

const variables = (index: 0 | 1): string =>
  Object.entries(COLOURS)
    .map(([name, pair]) => `--${name}:${pair[index]}`)
    .join(';');

/** Style of the page: light and dark as the reader's system has it, and always light on paper. */
export const PAGE_STYLE = `
:root{color-scheme:light;${variables(0)}}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${variables(1)}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--surface);color:var(--ink);font:17px/1.5 ${FONT_FAMILY}}
a{color:var(--link)}
header,main,footer{max-width:1120px;margin:0 auto;padding:0 24px}
header{padding-top:36px}
h1{font-size:34px;line-height:1.2;font-weight:600;margin:0 0 8px;max-width:26em;text-wrap:balance}
h2{font-size:24px;line-height:1.25;font-weight:600;margin:0 0 6px}
h3{font-size:19px;line-height:1.3;font-weight:600;margin:26px 0 6px}
p{margin:0 0 10px;max-width:46em}
sup{font-size:.7em;line-height:0}
.lead{font-size:19px;color:var(--muted)}
.answer{font-size:21px;line-height:1.45}
.answer:first-of-type{font-weight:600}
nav{max-width:1120px;margin:18px auto 0;padding:0 24px}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:4px 18px;padding:10px 0;margin:0;border-block:1px solid var(--grid);font-size:15px}
.skip{position:absolute;left:-999px}
.skip:focus{left:12px;top:12px;background:var(--surface);padding:8px 12px;z-index:9}
main nav{padding:0}
section{margin:40px 0 0}
section section{margin:34px 0 0}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(220px,1fr));gap:14px;margin:22px 0 0;padding:0;list-style:none}
.tiles li{background:var(--raised);border-radius:6px;padding:14px 16px;font-size:15px;color:var(--muted)}
.tiles b{display:block;font-size:27px;line-height:1.2;font-weight:600;color:var(--ink);font-variant-numeric:tabular-nums}
.finding{font-size:18px}
figure{margin:14px 0 12px}
figcaption{color:var(--muted);font-size:15px;max-width:52em;margin-top:8px}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:4px 22px;margin:0 0 10px;padding:0;font-size:15px}
.legend li{display:flex;align-items:center;gap:7px}
.panels{display:grid;gap:20px 28px;align-items:start}
.panels.of-1{max-width:700px}
.panels.of-2{grid-template-columns:repeat(2,minmax(0,1fr))}
.panels.of-3{grid-template-columns:repeat(3,minmax(0,1fr))}
.panels.of-4{grid-template-columns:repeat(4,minmax(0,1fr))}
.panel-title{font-weight:600;font-size:15px;margin:0 0 4px}
.panel-title .year{color:var(--muted);font-weight:400}
.panel svg{display:block;width:100%;height:auto;overflow:visible;font-family:${FONT_FAMILY}}
.of-1 .panel svg{width:auto;max-width:100%}
.panel svg:focus-visible{outline:2px solid var(--link);outline-offset:3px}
.reading{pointer-events:all}
.reading:hover,.reading.at{fill:var(--muted);fill-opacity:.14}
[data-tip].at:not(.reading),[data-name].at{stroke:var(--ink);stroke-width:2.5}
.slider{display:flex;align-items:center;gap:12px;margin:0 0 12px;font-size:15px}
.slider[hidden]{display:none}
.slider input{flex:1;max-width:420px;accent-color:var(--link)}
.slider output{font-weight:600;min-width:3em;font-variant-numeric:tabular-nums}
button{font:inherit;color:var(--ink);background:var(--raised);border:1px solid var(--muted);border-radius:5px;padding:3px 12px;cursor:pointer}
#tip{position:fixed;z-index:5;pointer-events:none;background:var(--ink);color:var(--surface);font-size:14px;line-height:1.35;padding:6px 10px;border-radius:5px;white-space:pre-line;max-width:300px}
#tip[hidden]{display:none}
details{border-top:1px solid var(--grid);padding:7px 0;font-size:15px}
section>details:last-child{border-bottom:1px solid var(--grid)}
summary{cursor:pointer;color:var(--link)}
.scroll{overflow-x:auto;margin:8px 0;max-width:100%;container-type:inline-size}
.on-paper{display:none}
#open-all{margin-top:10px;font-size:15px}
#open-all[hidden]{display:none}
table{border-collapse:collapse;font-size:14.5px;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--muted);padding:2px 0 6px;font-size:14px}
.scroll caption span{display:inline-block;position:sticky;left:0;max-width:100cqi}
th,td{text-align:left;vertical-align:top;padding:3px 14px 3px 0;border-bottom:1px solid var(--grid);font-weight:400}
thead th{font-weight:600;vertical-align:bottom}
.groups th{color:var(--muted);font-weight:400;border-bottom:0}
.number{text-align:right;white-space:nowrap}
th.number{padding-left:6px}
.unit{display:block;color:var(--muted);font-weight:400}
tr.rule>*{border-top:2px solid var(--muted)}
.strong{font-weight:600}.good{color:var(--gain)}.bad{color:var(--loss)}.dim{color:var(--muted)}
.note{color:var(--muted);font-size:14.5px}
.wide td{min-width:5.5em}.wide td:nth-last-child(2){min-width:12em}.wide td:last-child{min-width:23em}.wide td.number{min-width:3em}
dl{display:grid;grid-template-columns:minmax(8em,auto) 1fr;gap:4px 18px;font-size:15px}
dt{color:var(--muted)}
dd{margin:0;overflow-wrap:anywhere}
code{font:13.5px/1.45 ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace;overflow-wrap:anywhere}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
footer{margin-top:48px;padding-bottom:40px;color:var(--muted);font-size:15px}
@media screen and (max-width:900px){.panels.of-3,.panels.of-4{grid-template-columns:repeat(2,minmax(0,1fr))}}
@media screen and (max-width:640px){header,main,footer,nav{padding-inline:16px}h1{font-size:26px}.answer{font-size:18.5px}
.panels.of-2,.panels.of-3,.panels.of-4{grid-template-columns:minmax(0,1fr)}dl{grid-template-columns:1fr}dd{margin-bottom:8px}}
@media print{@page{size:A4;margin:14mm}body{font-size:10pt;line-height:1.4}header,main,footer{max-width:none;padding:0}header{padding-top:0}nav,.skip,.slider,#tip,button{display:none!important}
h1{font-size:20pt}h2{font-size:14pt}h3{font-size:12pt;margin-top:14pt}.lead{font-size:12pt}.answer{font-size:12.5pt}.finding{font-size:11pt}.tiles b{font-size:15pt}.tiles{grid-template-columns:repeat(4,1fr);gap:8px}
.tiles li{border:1px solid var(--grid);padding:8px 10px;font-size:9pt}.panels.of-3,.panels.of-4{grid-template-columns:repeat(2,minmax(0,1fr))}.panels{gap:12px 20px}.panels.of-1 .panel svg{max-width:130mm}
h2,h3,.finding,.legend,.panel-title,summary,caption,thead{break-after:avoid}.panel,tr,.tiles,.finding,.legend,dl{break-inside:avoid}p{orphans:3;widows:3}section{margin-top:18pt}section section{margin-top:16pt}
details::details-content{content-visibility:visible;display:block;block-size:auto;opacity:1}details{font-size:9pt;padding:4pt 0;border:0}section>details:last-child{border:0}summary{list-style:none;color:var(--ink);font-weight:600}summary::-webkit-details-marker{display:none}
.scroll{overflow:visible;container-type:normal;margin:3pt 0}.on-screen{display:none}.on-paper{display:block}table{font-size:7pt;line-height:1.3;max-width:100%;margin-bottom:5pt}caption{font-size:8pt;padding:0 0 2pt}.scroll caption span{position:static;max-width:none}
summary+.scroll:not(.on-screen) caption,summary+.on-screen+.on-paper table:first-child caption,summary+.wide:last-child caption{display:none}
th,td{padding:1.5px 8px 1.5px 0;overflow-wrap:break-word}th.number{padding-left:2px}.wide td,.wide td.number,.wide td:nth-last-child(2),.wide td:last-child{min-width:0}.wide table{width:100%}.note{font-size:8.5pt}
dl{font-size:9pt}code{font-size:8pt}figcaption,.legend,.panel-title{font-size:9pt}footer{margin-top:12pt;padding:0;font-size:8.5pt;break-before:avoid;break-inside:avoid}footer p{margin:0}#provenance{break-after:avoid}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`.replaceAll('\n', '');
