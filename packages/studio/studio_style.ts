import { darkColourOf, figureColours, pageStyle } from "@unmask/reporting/plain";

const [blue, orange, green] = figureColours.series as readonly [string, string, string];
const dark = (light: string): string => darkColourOf.get(light)!;

/**
 * The stylesheet of the studio: that of the reports, controls, and the colours of its pictures.
 *
 * Controls stand above the pictures on a phone, and beside them from 64rem on.
 */
export const studioStyle: string = `${pageStyle}
:root{--axis:${figureColours.axis};--blue:${blue};--orange:${orange};--green:${green};--field:#7b8490}
[hidden]{display:none!important}
.studio{max-width:96rem;margin:0 auto;padding:0 1.25rem}
.studio header{padding:2.25rem 0 1.5rem}
.studio h1{font-size:clamp(1.7rem,1.4rem + 1.2vw,2.2rem)}
.studio h2{font-size:1.15rem;margin:0 0 .6rem}
.lead{font-size:1.05rem;margin:.7rem 0 0;max-width:75ch}
.studio main{display:grid;gap:2rem;grid-template-columns:minmax(0,1fr)}
.controls{display:grid;gap:1.1rem;align-content:start}
fieldset{border:1px solid var(--rule);border-radius:8px;padding:.4rem 1rem 1rem;margin:0;min-width:0;display:grid;gap:.8rem}
legend{font-weight:650;padding:0 .35rem;margin-left:-.35rem}
label,.label{font-size:.92rem;font-weight:550}
.hint{font-size:.85rem;line-height:1.45;color:var(--muted);margin:0}
.field{display:grid;gap:.25rem;min-width:0}
.pair{display:grid;grid-template-columns:minmax(0,1fr) 6.5rem;gap:.8rem;align-items:center}
input,select,textarea,button{font:inherit;font-size:.95rem;color:var(--ink)}
input[type=number],select,textarea{background:var(--paper);border:1px solid var(--field);border-radius:5px;padding:.35rem .5rem;width:100%;min-width:0}
textarea{font-family:var(--mono);font-size:.82rem;line-height:1.45;resize:vertical}
input[type=range]{width:100%;margin:0;accent-color:var(--blue);min-height:1.5rem}
input[type=radio]{accent-color:var(--blue);margin:0 .4rem 0 0}
input[type=file]{max-width:100%;font-size:.85rem}
:is(input,textarea)[aria-invalid=true]{border-color:var(--refuted);outline-color:var(--refuted)}
button{background:var(--soft);border:1px solid var(--field);border-radius:5px;padding:.38rem .8rem;cursor:pointer;min-height:2.25rem}
button:hover:not(:disabled,[aria-disabled=true]){border-color:var(--ink)}
button.main{background:var(--link);border-color:var(--link);color:var(--paper);font-weight:600}
button:disabled,button[aria-disabled=true]{background:var(--soft);border-color:var(--rule);color:var(--muted);cursor:default}
.choices{display:flex;flex-wrap:wrap;gap:.4rem 1.2rem}
.choices label{display:inline-flex;align-items:center;font-weight:450}
.row{display:flex;flex-wrap:wrap;gap:.6rem;align-items:center}
.drop{border:1.5px dashed var(--field);border-radius:6px;padding:.7rem;display:grid;gap:.6rem}
.drop.over{border-color:var(--link);background:var(--soft)}
.refusal{margin:0;font-size:.9rem;line-height:1.45;color:var(--refuted);background:var(--refuted-soft);border-radius:5px;padding:.5rem .7rem;overflow-wrap:anywhere}
.status{margin:0;min-height:1.5em;font-size:.92rem;color:var(--muted);overflow-wrap:anywhere}
.status:empty{visibility:hidden}
.pictures{display:grid;gap:2.25rem;min-width:0;grid-template-columns:minmax(0,1fr);align-content:start}
.pictures section{min-width:0}
.controls[hidden]+.pictures{grid-column:1/-1;max-width:60rem}
noscript .refusal{margin-top:1rem}
.readout{display:flex;flex-wrap:wrap;gap:.2rem 2rem;margin:0 0 .9rem;font-variant-numeric:tabular-nums}
.readout div{display:block;min-width:8.5rem}
.readout dt{font-size:.85rem;color:var(--muted)}
.readout dd{margin:0;font-size:1.15rem;font-weight:600;line-height:1.35}
.readout .first dd{font-size:1.65rem;font-weight:680;letter-spacing:-.01em;line-height:1.2;min-height:2rem}
.readout small{display:block;font-size:.82rem;font-weight:450;color:var(--muted)}
.drawn{display:block;width:100%;overflow:visible;touch-action:pan-y}
.drawn text{font-family:var(--sans);fill:var(--muted);font-size:12px}
.drawn .title{fill:var(--ink);font-size:12.5px}
.drawn .end{text-anchor:end}
.drawn .middle{text-anchor:middle}
.drawn .grid{stroke:var(--rule)}
.drawn .axis{stroke:var(--axis)}
.drawn path{fill:none;stroke-linejoin:round}
.drawn .area{fill:var(--orange);fill-opacity:.24}
.drawn .band{fill:var(--blue);fill-opacity:.2}
.drawn .curve{stroke:var(--blue);stroke-width:2.2}
.drawn .stairs{stroke:var(--orange);stroke-width:2}
.drawn .drop{stroke:var(--axis);stroke-dasharray:4 4}
.drawn .here{fill:var(--orange);stroke:var(--paper);stroke-width:2}
.handle{cursor:ew-resize;outline:none}
.handle .reach{stroke:transparent;stroke-width:14}
.handle .cut{stroke:var(--orange);stroke-width:2}
.handle .grip{fill:var(--paper);stroke:var(--orange);stroke-width:2.5}
.handle.small :is(.grip,.cut){stroke-width:1.5}
.crowded:not(:hover,:focus) .grip{opacity:0}
.handle:hover .grip{fill:var(--orange)}
.handle:focus .grip{fill:var(--orange);stroke:var(--ink)}
.handle:focus .reach{stroke:var(--link);stroke-width:1.5;stroke-dasharray:3 3}
.handle:focus-visible .grip{stroke-width:3.5}
#fit-hint{margin-top:.6rem}
.key{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;font-size:.88rem;color:var(--muted);margin:.3rem 0 0;padding:0;list-style:none}
.key li{display:inline-flex;align-items:center;gap:.45rem}
.swatch{width:1.5rem;height:0;border-top:3px solid var(--blue)}
.swatch.stairs{border-color:var(--orange)}
.swatch.dot{width:.8rem;height:.8rem;border:0;border-radius:50%;background:var(--orange)}
.swatch.area{height:.8rem;border:0;background:color-mix(in srgb,var(--orange) 28%,var(--paper))}
.swatch.band{height:.8rem;border:0;background:color-mix(in srgb,var(--blue) 24%,var(--paper))}
.pending .priced,.stale :is(.drawn,.readout){opacity:.6}
.wide{display:grid;gap:2.25rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,23.5rem),1fr))}
.priced{width:100%;font-size:.9rem}
.priced th,.priced td{padding:.3rem 1rem .3rem 0;vertical-align:middle;overflow-wrap:normal}
.priced th{font-weight:500}
.priced thead th{font-weight:600}
.priced .number{text-align:right;white-space:nowrap}
.priced .saving,.priced thead .number{white-space:normal}
.priced td:last-child,.priced th:last-child{padding-right:0}
.priced tr.shown th{font-weight:700}
.priced button{padding:.1rem .6rem;min-height:1.75rem;font-size:.85rem}
.priced small{display:block;color:var(--muted);font-weight:400}
.tokens{display:grid;grid-template-columns:repeat(auto-fill,minmax(1.55rem,1fr));gap:2px;margin:.8rem 0;font-family:var(--mono);font-size:.8rem;list-style:none;padding:0}
.tokens span{display:grid;place-items:center;min-height:1.55rem;border-radius:3px;color:var(--ink);
background:color-mix(in oklab,color-mix(in oklab,var(--orange) calc(var(--at)*100%),var(--blue)) 34%,var(--paper))}
.tokens .masked{background:var(--soft);color:var(--muted)}
.scale{display:inline-block;width:6rem;height:.8rem;border-radius:2px;background:linear-gradient(to right in oklab,
color-mix(in oklab,var(--blue) 34%,var(--paper)),color-mix(in oklab,var(--orange) 34%,var(--paper)))}
#play-words{margin-top:.6rem;min-height:2.6em}
#curve-hint{margin-top:.5rem}
.iteration{flex:1 1 10rem;min-width:8rem}
.studio footer{margin:3.5rem 0 2.5rem}
@media (min-width:64rem){
.studio main{grid-template-columns:21rem minmax(0,1fr);gap:2.75rem}
.controls{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow-y:auto;padding:.25rem .35rem .25rem 0;scrollbar-gutter:stable}
}
@media (max-width:30rem){.readout div{min-width:7rem}}
@media screen and (prefers-color-scheme:dark){
:root{--axis:${dark(figureColours.axis)};--blue:${dark(blue)};--orange:${dark(orange)};--green:${
  dark(green)
};--field:#77818d}
}
@media print{.controls,.row,.status{display:none}}
`;
