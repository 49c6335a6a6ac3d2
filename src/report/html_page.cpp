// No outside resource: fonts are those of the reader, colours follow light and dark, print drops
// what paper cannot do. The policy in the head forbids everything but this style and this script.
#include "report/html_page.h"

#include <fmt/format.h>

namespace zonevet::html_page {

namespace {

constexpr std::string_view style = R"(
:root{color-scheme:light dark;--bg:#fff;--fg:#1b1f24;--dim:#5b6470;--line:#d8dee4;--soft:#f6f8fa;--red:#b3261e;--redbg:#fdeceb;--amber:#7a5200;--amberbg:#fff4d6;--green:#1a6b33;--greenbg:#e6f6ea;--blue:#0b57a4}
@media(prefers-color-scheme:dark){:root{--bg:#15181c;--fg:#e4e8ec;--dim:#9aa4b0;--line:#333a42;--soft:#1d2127;--red:#ff8a80;--redbg:#3a1d1b;--amber:#ffd166;--amberbg:#38301a;--green:#7fd99a;--greenbg:#18301f;--blue:#8ab8ff}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:1.5rem;background:var(--bg);color:var(--fg);font:16px/1.5 system-ui,sans-serif}
h1{font-size:1rem;font-weight:600;margin:0;color:var(--dim);overflow-wrap:anywhere}
h2{font-size:1.15rem;margin:0}
p{margin:.25rem 0}
header{padding:1rem 1.25rem;border-left:.4rem solid var(--green);background:var(--greenbg);border-radius:.3rem}
header.error{border-color:var(--red);background:var(--redbg)}
header.warning{border-color:var(--amber);background:var(--amberbg)}
.verdict{font-size:1.6rem;font-weight:700}
.tiles{display:flex;flex-wrap:wrap;gap:.75rem;list-style:none;padding:0;margin:1rem 0}
.tiles li{background:var(--soft);border:1px solid var(--line);border-radius:.3rem;padding:.4rem .8rem}
.tiles b{font-size:1.2rem}
.tiles .error b,.finding.error .level{color:var(--red)}
.tiles .warning b,.finding.warning .level{color:var(--amber)}
.finding.info .level{color:var(--blue)}
form{display:flex;flex-wrap:wrap;gap:1rem;margin:1rem 0}
input[type=search]{font:inherit;padding:.3rem .6rem;min-width:16rem;border:1px solid var(--line);border-radius:.3rem;background:var(--bg);color:var(--fg)}
.zone{margin:2rem 0;content-visibility:auto;contain-intrinsic-size:auto 40rem}
.place,.note,.label{color:var(--dim);font-size:.9rem;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;margin:.75rem 0;table-layout:fixed}
th{text-align:left;font-weight:500;color:var(--dim);font-size:.85rem}
th,td{padding:.25rem .6rem .25rem 0;vertical-align:top;border-top:1px solid var(--line)}
tbody tr+tr td{border-top:0}
td{font-family:ui-monospace,monospace;font-size:.9rem;overflow-wrap:anywhere}
td article{font-family:system-ui,sans-serif}
th:nth-child(1){width:1.5rem}
th:nth-child(2){width:30%}
th:nth-child(3){width:6rem}
th:nth-child(4){width:7rem}
.sign{font-weight:700;text-align:center}
nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:1rem 0;font-size:.9rem}
nav a{color:var(--blue);overflow-wrap:anywhere}
nav .error{color:var(--red)}
nav .warning{color:var(--amber)}
.added .sign,ins{color:var(--green)}
.removed .sign,del{color:var(--red)}
.changed .sign{color:var(--amber)}
ins{text-decoration:none;background:var(--greenbg)}
del{background:var(--redbg)}
.finding{border:1px solid var(--line);border-left:.3rem solid var(--blue);border-radius:.3rem;padding:.5rem .8rem;margin:.4rem 0;background:var(--soft)}
.finding.error{border-left-color:var(--red)}
.finding.warning{border-left-color:var(--amber)}
.rule{font-family:ui-monospace,monospace;font-size:.85rem;color:var(--dim)}
pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:.2rem 0;padding:.3rem .5rem;background:var(--bg);border:1px solid var(--line);border-radius:.3rem}
mark{background:var(--amberbg);color:inherit;font-weight:700}
.fixed{color:var(--green)}
[hidden]{display:none!important}
@media(max-width:40rem){body{padding:.75rem}th:nth-child(2){width:28%}th:nth-child(3){width:3.6rem}th:nth-child(4){width:3.2rem}td{font-size:.8rem}td[colspan]{padding-left:0}}
@media print{body{max-width:none;padding:0;font-size:11px}form,nav{display:none}.finding,tr,header{break-inside:avoid}}
)";

constexpr std::string_view script = R"(
(function(){
var form=document.querySelector('form');form.hidden=false;
var words=new Map();
function text(line){
if(!words.has(line))words.set(line,line.textContent.toLowerCase());
return words.get(line);}
function apply(){
var word=form.q.value.toLowerCase(),only=form.only.checked;
document.querySelectorAll('.zone').forEach(function(zone){
var any=false;
zone.querySelectorAll('.line').forEach(function(line){
var show=(!only||!line.classList.contains('quiet'))&&text(line).indexOf(word)>=0;
line.hidden=!show;any=any||show;});
var name=zone.querySelector('h2').textContent.toLowerCase().indexOf(word)>=0;
if(name&&!only)zone.querySelectorAll('.line').forEach(function(line){line.hidden=false;});
zone.hidden=!(any||name&&!only||zone.querySelector(':scope > .finding'));});}
form.addEventListener('input',apply);form.addEventListener('submit',function(e){e.preventDefault();});
})();
)";

} // namespace

std::string beginning(std::string_view title)
{
    return fmt::format("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                       "style-src 'unsafe-inline'; "
                       "script-src 'unsafe-inline'\">"
                       "<title>{}</title><style>{}</style></head><body>\n",
                       title, style);
}

std::string_view filter()
{
    return "<form hidden><input type=\"search\" name=\"q\" placeholder=\"name, type, data, rule\" "
           "aria-label=\"filter\">"
           "<label><input type=\"checkbox\" name=\"only\"> only records with "
           "findings</label></form>\n";
}

std::string_view end()
{
    static const std::string text = fmt::format("<script>{}</script>\n</body></html>\n", script);
    return text;
}

} // namespace zonevet::html_page
