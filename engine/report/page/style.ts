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
header{padding-top:22px}
h1{font-size:31px;line-height:1.2;font-weight:600;margin:0 0 4px;max-width:32em;text-wrap:balance}
h2{font-size:24px;line-height:1.25;font-weight:600;margin:0 0 6px}
h3{font-size:19px;line-height:1.3;font-weight:600;margin:26px 0 6px}
p{margin:0 0 10px;max-width:46em}
sup{font-size:.7em;line-height:0}
.lead{font-size:17px;line-height:1.4;color:var(--muted);max-width:none;margin:0}
#answer{margin-top:12px;display:flex;flex-direction:column}
.said{background:var(--raised);border-radius:8px;padding:12px 18px}
.said p{font-size:16.5px;line-height:1.42;max-width:none;margin:4px 0 0}
.answer{font-size:21px;line-height:1.4}
.said .answer{font-size:21px;line-height:1.3;font-weight:600;margin:0;text-wrap:pretty}
.further{font-size:16px;max-width:none;margin:12px 0 6px}
.pictures{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:4px 40px;align-items:start;margin-top:14px}
.pictures>:only-child{grid-column:1/-1}
.pictures section{margin:0 0 8px}
.pictures h3{font-size:17px;margin:0 0 4px}
.pictures figure{margin:0}
.pictures .panels.of-1{max-width:none}
.pictures .panel svg{width:100%;max-width:640px}
.pictures .legend{margin:0 0 4px;font-size:14.5px}
.pictures figcaption{font-size:14px;margin-top:2px}
.pictures details,.pictures section>details:last-child{font-size:14px;padding:2px 0;border:0}
.pictures .panel-title{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.pictures .slider{margin:0 0 4px;font-size:14.5px}
.pictures .slider button{padding:0 9px}
nav{max-width:1120px;margin:14px auto 0;padding:0 24px}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:4px 18px;padding:10px 0;margin:0;border-block:1px solid var(--grid);font-size:15px}
.skip{position:absolute;left:-999px}
.skip:focus{left:12px;top:12px;background:var(--surface);padding:8px 12px;z-index:9}
main nav{padding:0}
section{margin:40px 0 0}
section section{margin:34px 0 0}
.tiles{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:12px;margin:12px 0 0;padding:0;list-style:none}
@media (min-width:901px){.front>section:has(>section+section):not(:has(>section+section+section)){display:grid;grid-template-columns:repeat(2,minmax(0,1fr));column-gap:40px}.front>section>h2{grid-column:1/-1}.tiles.of-3{grid-template-columns:repeat(3,minmax(0,1fr))}.tiles.of-4{grid-template-columns:repeat(4,minmax(0,1fr))}}
.tiles.of-1{grid-template-columns:minmax(0,1fr)}
.tiles.of-3 li:last-child{grid-column:auto/-1}
.tiles li{background:var(--raised);border-radius:8px;padding:10px 14px;font-size:14.5px;line-height:1.38;color:var(--muted)}
.tiles span{display:block;font-size:15px;font-weight:600;color:var(--ink)}
.tiles b{display:block;font-size:23px;line-height:1.2;font-weight:600;color:var(--ink);font-variant-numeric:tabular-nums}
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
@media screen and (max-width:640px){header,main,footer,nav{padding-inline:16px}header{padding-top:14px}h1{font-size:23px}.lead{font-size:15.5px}.said{padding:10px 12px}.said .answer{font-size:18px}.said p{font-size:15.5px}.answer{font-size:18.5px}.pictures{grid-template-columns:minmax(0,1fr);order:0}.tiles{order:1}#answer>p{order:2}.tiles li{padding:8px 10px;font-size:14px}.tiles b{font-size:19px}
.panels.of-2,.panels.of-3,.panels.of-4{grid-template-columns:minmax(0,1fr)}dl{grid-template-columns:1fr}dd{margin-bottom:8px}}
@media print{@page{size:A4;margin:12mm 13mm}html{font-size:10pt}body{font-size:9.5pt;line-height:1.38}header,main,footer{max-width:none;padding:0}header{padding-top:0}nav,.skip,.slider,#tip,button,details.aside{display:none!important}
h1{font-size:18pt}h2{font-size:13pt;margin-bottom:3pt}h3{font-size:11pt;margin-top:9pt}.lead{font-size:10.5pt}.finding{font-size:9.5pt;margin-bottom:4pt}p{orphans:3;widows:3;max-width:none}
#answer{margin-top:6pt;display:block}.said{border:1px solid var(--grid);padding:6pt 9pt}.said .answer{font-size:12.5pt}.said p,.further{font-size:9.5pt}.answer{font-size:11pt}
.pictures{grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:2pt 16pt;margin-top:8pt}.pictures .panels.of-1 .panel svg{width:100%;max-width:none;max-height:none}.front>section:has(>section+section):not(:has(>section+section+section)){display:grid;grid-template-columns:repeat(2,minmax(0,1fr));column-gap:16pt}.front>section>h2{grid-column:1/-1}.pictures h3{font-size:10.5pt}.pictures .legend,.pictures figcaption{font-size:8pt}
.tiles,.tiles.of-3,.tiles.of-4{gap:6pt;margin-top:8pt}.tiles.of-3{grid-template-columns:repeat(3,1fr)}.tiles.of-4{grid-template-columns:repeat(4,1fr)}.tiles li{border:1px solid var(--grid);padding:5pt 7pt;font-size:8pt}.tiles span{font-size:8.5pt}.tiles b{font-size:12.5pt}
.front{break-before:page;display:grid;grid-template-columns:repeat(2,minmax(0,1fr));column-gap:16pt;align-items:start}.front>section{grid-column:1/-1}.front>#part-kinds,.front>#part-cooperation,.front>#part-distribution,.front>#part-drivers{grid-column:auto}.front>section{margin-top:0}.front>section+section{margin-top:8pt}.annex{break-before:page}.annex>section:first-of-type{margin-top:4pt}.annex-title{font-size:15pt;font-weight:600;margin:0}
.panels.of-4{grid-template-columns:repeat(4,minmax(0,1fr))}.panels.of-3{grid-template-columns:repeat(3,minmax(0,1fr))}.panels{gap:6pt 12pt}.panels.of-1{grid-template-columns:minmax(0,118mm)}.pictures .panels.of-1{grid-template-columns:minmax(0,1fr)}.panels.of-1 .panel svg{max-width:100%;max-height:70mm}.panels.of-2 .panel svg{max-height:74mm}figure{margin:5pt 0}
h2,h3,.finding,.legend,.panel-title,summary,caption,thead{break-after:avoid}.panel,figure,tr,.tiles,.finding,.legend,dl{break-inside:avoid}section{margin-top:11pt}section section{margin-top:9pt}
details::details-content{content-visibility:visible;display:block;block-size:auto;opacity:1}details{font-size:9pt;padding:3pt 0;border:0}section>details:last-child{border:0}summary{list-style:none;color:var(--ink);font-weight:600}summary::-webkit-details-marker{display:none}
.scroll{overflow:visible;container-type:normal;margin:2pt 0}.on-screen{display:none}.on-paper{display:block}table{font-size:6.6pt;line-height:1.25;max-width:100%;margin-bottom:4pt}caption{font-size:8pt;padding:0 0 2pt}.scroll caption span{position:static;max-width:none}
summary+.scroll:not(.on-screen) caption,summary+.on-screen+.on-paper table:first-child caption,summary+.wide:last-child caption{display:none}
th,td{padding:1px 6px 1px 0;overflow-wrap:break-word}th.number{padding-left:2px}.wide td,.wide td.number,.wide td:nth-last-child(2),.wide td:last-child{min-width:0}.wide table{width:100%}.note{font-size:8pt;margin-bottom:4pt}
.tight{font-size:7pt;line-height:1.3}.tight{margin-bottom:5pt}.tight p{margin:3pt 0 2pt}.tight ul{columns:3;column-gap:14pt;list-style:none;margin:0;padding:0}.tight li{break-inside:avoid;padding-left:8pt;text-indent:-8pt;overflow-wrap:anywhere}
dl{font-size:8.5pt;gap:2pt 12pt}.tight dl{font-size:7pt;grid-template-columns:110pt 1fr;margin:4pt 0}.tight dd{break-inside:avoid}code{font-size:7.5pt}figcaption,.legend,.panel-title{font-size:8pt}.legend{margin-bottom:4pt}figcaption{margin-top:3pt}footer{margin-top:8pt;padding:0;font-size:8pt;break-before:avoid;break-inside:avoid}footer p{margin:0}#provenance{break-after:avoid}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`.replaceAll('\n', '');
