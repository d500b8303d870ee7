import { darkColourOf, figureColours } from "./figure_colours.ts";

const dark = (light: string): string => darkColourOf.get(light)!;
const { paper, ink, muted, grid } = figureColours;

/** Still figures keep the colours of white paper in their markup; a dark page replaces them one by one. */
const darkFigures = [...darkColourOf]
  .map(([light, replacement]) =>
    `:is(.still,.small) [fill="${light}"]{fill:${replacement}}:is(.still,.small) [stroke="${light}"]{stroke:${replacement}}`
  )
  .join("\n");

/**
 * The stylesheet of a page: one column of text, system fonts, light or dark as the reader's system is, and paper.
 *
 * Figures and wide tables scroll in their own boxes; nothing else is wider than the window from 320 px on.
 */
export const pageStyle: string = `
:root{color-scheme:light dark;
--paper:${paper};--ink:${ink};--muted:${muted};--rule:${grid};--soft:#f5f6f8;--control:#8a939e;--link:#0f5fb3;
--holds:#0a5a3e;--holds-soft:#e2f2ea;--refuted:#9a2f0c;--refuted-soft:#fbe8e0;--undecided:#4d5561;--undecided-soft:#eceef1;
--sans:-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif;
--mono:ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace}
*{box-sizing:border-box}
html{font:100%/1.6 var(--sans);color:var(--ink);background:var(--paper);-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;overflow-wrap:break-word}
.page{display:grid;grid-template-columns:minmax(1.25rem,1fr) minmax(0,50rem) minmax(1.25rem,1fr)}
.page>*{grid-column:2}
header{padding:3.25rem 0 0}
.top{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;padding:1.1rem 0 0;font-size:.95rem}
.top .home{font-weight:700;letter-spacing:-.01em;color:var(--ink);text-decoration:none;margin-right:auto}
.top .home:hover{color:var(--link)}
h1,h2,h3{line-height:1.2;text-wrap:balance;letter-spacing:-.012em;margin:0}
h1{font-size:clamp(1.9rem,1.45rem + 2vw,2.6rem);font-weight:700;letter-spacing:-.022em}
h2{font-size:clamp(1.4rem,1.2rem + .9vw,1.75rem);font-weight:650}
h2{margin:3.25rem 0 .9rem;scroll-margin-top:1rem}
p{margin:0 0 1.1rem;max-width:70ch;text-wrap:pretty}
a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:.06em}
a:hover{text-decoration-thickness:.12em}
:focus-visible{outline:2px solid var(--link);outline-offset:3px;border-radius:2px}
code{font-family:var(--mono);font-size:.88em}
.short{white-space:nowrap}
.summary{font-size:1.2rem;line-height:1.55;margin:1.4rem 0 2.75rem;max-width:62ch}
.kicker,.unit,caption,figcaption,footer,.downloads,summary,.says,.controls{color:var(--muted)}
.kicker{margin:0 0 .4rem;font-size:.85rem;font-weight:600;letter-spacing:.02em}
.sentence{font-size:1.2rem;line-height:1.5;margin:1.2rem 0 1.25rem;max-width:62ch}
.evidence{display:flex;align-items:baseline;gap:.35rem .9rem;margin-bottom:.25rem;max-width:none}
.permalink{color:var(--muted);font-size:.75em;font-weight:400;text-decoration:none;padding:.2em .4em}
.permalink:hover{color:var(--link)}
.verdict{display:inline-flex;align-items:baseline;gap:.35em;padding:.1em .6em .1em .4em;border-radius:1em;
font-size:.9rem;font-weight:650;line-height:1.5;white-space:nowrap}
.verdict svg{flex:none;align-self:center;fill:none;stroke:currentColor;stroke-width:2.2;stroke-linecap:round;stroke-linejoin:round}
.holds{color:var(--holds);background:var(--holds-soft)}
.refuted{color:var(--refuted);background:var(--refuted-soft)}
.undecided{color:var(--undecided);background:var(--undecided-soft)}
table{border-collapse:collapse;font-variant-numeric:tabular-nums lining-nums}
caption{text-align:left;font-size:.9rem;padding-bottom:.6rem}
th,td{text-align:left;vertical-align:top}
thead th{font-size:.85rem;font-weight:600;color:var(--muted);border-bottom:1px solid var(--muted);vertical-align:bottom}
tbody th,tbody td{border-bottom:1px solid var(--rule)}
.claims{width:100%}
.claims th,.claims td{padding:.7rem 1.25rem .7rem 0}
.claims thead th{padding:.3rem 1.25rem .4rem 0}
.claims th:last-child,.claims td:last-child{padding-right:0}
.claims tbody th{font-weight:600}
.claims .says{display:block;font-weight:400;font-size:.9rem;line-height:1.5;margin-top:.2rem}
.claims .small{width:10.5rem}
.small a{display:block;padding:.35rem;border:1px solid var(--rule);border-radius:6px;background:var(--paper)}
.small a:hover{border-color:var(--link)}
.small svg{display:block;width:100%;height:6rem}
.small :is(path,line){vector-effect:non-scaling-stroke}
.claims .seed{white-space:nowrap}
.claims .print code{font-size:.8rem;overflow-wrap:anywhere;display:block;width:8.2ch}
.problem{padding:.9rem 1.1rem;border-radius:6px;border-left:4px solid var(--refuted);background:var(--refuted-soft);color:var(--refuted);max-width:none;margin:1.5rem 0}
.missing{color:var(--refuted)}
dl{margin:0;display:grid;gap:.9rem}
dl>div{display:grid;grid-template-columns:minmax(6.5rem,9rem) minmax(0,1fr);gap:.25rem 1.25rem}
dt{font-weight:650}
dd{margin:0;max-width:70ch}
.neighbours{display:flex;flex-wrap:wrap;gap:1rem;justify-content:space-between;margin-top:4rem}
.neighbours a{flex:0 1 21rem;padding:.8rem 1rem;border:1px solid var(--rule);border-radius:6px;text-decoration:none;font-weight:600;line-height:1.35}
.neighbours a:hover{border-color:var(--link)}
.neighbours span{display:block;font-size:.82rem;font-weight:400;color:var(--muted)}
.neighbours .next{margin-left:auto;text-align:right}
.data{font-size:.9rem;min-width:min(100%,24rem)}
.data th,.data td{padding:.32rem 1.5rem .32rem 0}
.data th:last-child,.data td:last-child{padding-right:.25rem}
.data .number{text-align:right;white-space:nowrap}
.unit{font-weight:400}
.part{margin-top:4rem;scroll-margin-top:1rem}
.inner.part{margin-top:2.75rem}
.part h2,.part h3{margin:0 0 .9rem}
.part .data td{white-space:nowrap}
.part details{margin:0 0 1.5rem}
.scroll{overflow-x:auto;overscroll-behavior-x:contain;
/* A shadow where something lies beyond the edge: the covers move with the contents, the shadows stay. */
background:linear-gradient(to right,var(--paper) 40%,transparent) left/2.5rem 100% no-repeat local,
linear-gradient(to left,var(--paper) 40%,transparent) right/2.5rem 100% no-repeat local,
linear-gradient(to right,color-mix(in srgb,var(--muted) 35%,transparent),transparent) left/.5rem 100% no-repeat scroll,
linear-gradient(to left,color-mix(in srgb,var(--muted) 35%,transparent),transparent) right/.5rem 100% no-repeat scroll}
figure{margin:2rem 0 2.25rem}
figure svg{display:block;max-width:100%;min-width:35rem;height:auto}
.live svg[data-fits]{min-width:0;max-width:none}
.live canvas{display:block;max-width:none}
.is-live .still,figure:not(.is-live) .live{display:none}
.controls{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem .6rem;margin:.5rem 0 0;font-size:.88rem}
.controls label{margin-right:.6rem}
.controls :is(button,select){font:inherit;color:var(--ink);background:var(--soft);border:1px solid var(--control);border-radius:6px;padding:.3rem .65rem;min-height:2rem;cursor:pointer}
.controls :is(button,select):hover{border-color:var(--link)}
.tip{position:fixed;z-index:2;pointer-events:none;background:var(--paper);color:var(--ink);border:1px solid var(--control);border-radius:6px;
padding:.45rem .7rem;font-size:.85rem;line-height:1.45;box-shadow:0 4px 14px #0003;max-width:min(24rem,90vw);font-variant-numeric:tabular-nums}
.tip span{color:var(--muted);margin-right:.6em}
figcaption{font-size:.92rem;line-height:1.5;margin-top:.75rem;max-width:76ch}
figcaption strong{color:var(--ink);font-weight:600}
.downloads{font-size:.85rem;white-space:nowrap}
.downloads a{margin-right:.9em}
.downloads span:not(.spoken){white-space:normal}
.downloads a::before{content:"\\2193\\a0"}
p.downloads{margin:.75rem 0 0}
.spoken,.skip:not(:focus){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip:focus{position:absolute;top:.75rem;left:.75rem;padding:.5rem .9rem;background:var(--paper);border-radius:4px;z-index:1}
summary{cursor:pointer;font-size:.95rem;padding:.25rem 0;width:fit-content}
summary:hover{color:var(--ink)}
details[open] summary{margin-bottom:.75rem}
pre{margin:0 0 .9rem;padding:.8rem 1rem;background:var(--soft);border-radius:6px;line-height:1.5;white-space:pre-wrap;overflow-wrap:anywhere}
.command code{user-select:all}
.command code::before{content:"$ ";color:var(--muted);user-select:none}
footer{margin:5rem 0 4rem;padding-top:1.5rem;border-top:1px solid var(--rule);font-size:.88rem}
.side{display:none}
@media (min-width:84rem){
.side{display:block;grid-column:1;grid-row:2/span 3;justify-self:end;width:13rem;margin-right:3.5rem;font-size:.85rem;line-height:1.4}
.side ol{position:sticky;top:2.5rem;list-style:none;margin:5rem 0 2rem;padding:0;display:grid;gap:.7rem}
.side a{color:var(--muted);text-decoration:none}
.side [aria-current]{color:var(--ink);font-weight:600}
.side a:hover{color:var(--link);text-decoration:underline}
}
@media (max-width:38rem){
header{padding-top:2rem}
.claims,.claims tbody,.claims tr,.claims th,.claims td,.claims caption{display:block;width:auto}
.claims thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.claims tbody tr{padding:.9rem 0;border-bottom:1px solid var(--rule)}
.claims tbody th,.claims tbody td{border:0;padding:.15rem 0;width:auto}
.claims .small{width:13rem;padding-bottom:.5rem}
.claims .seed{text-align:left}
.claims .seed:not(:empty)::before{content:"Seed ";color:var(--muted)}
.claims .print:not(:empty)::before{content:"Fingerprint ";color:var(--muted)}
.claims .print code{display:inline}
.live{margin-right:0}
dl>div{grid-template-columns:1fr}
.neighbours a{flex-basis:100%}
.evidence{flex-direction:column}
.scroll{margin-right:-1.25rem;padding-right:1.25rem}
}
@media screen and (prefers-color-scheme:dark){
:root{--paper:${dark(paper)};--ink:${dark(ink)};--muted:${dark(muted)};--rule:${
  dark(grid)
};--soft:#1f242a;--control:#6c7681;--link:#7db9f7;
--holds:#9af0c8;--holds-soft:#12352a;--refuted:#ffb08a;--refuted-soft:#43200f;--undecided:#c6ccd4;--undecided-soft:#2a3037}
${darkFigures}
}
@media print{
:root{font-size:10pt}
.page{display:block}
header{padding-top:0}
.top>a:not(.home),.side,.neighbours,.skip,.downloads,.permalink,.live,.is-live .live,.controls,.tip{display:none}
.is-live .still{display:block}
a{color:inherit;text-decoration:none}
figure,tr,pre,.evidence{break-inside:avoid}
h2,.kicker,caption{break-after:avoid}
.scroll{overflow:visible}
figure svg{min-width:0;max-width:15cm}
details::details-content{content-visibility:visible;display:block}
summary{display:none}
}
`;
