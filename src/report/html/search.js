// Search of the report: each section, exhibit, number, claim, term, source and row is a place.
// The places come as a script, so that the search works from a folder too.
(() => {
  const WEIGHT = { Section: 3, Figure: 5, Table: 5, Claim: 5, Term: 5, Number: 2, Source: 1, Row: 0 };
  const SHOWN = 50, AROUND = 90;
  let places = [];
  window.reportPlaces = (held) => { places = held; };

  const stemmer = typeof Stemmer === "function" ? new Stemmer() : { stemWord: (word) => word };
  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const finder = (term) => {
    const stem = /^\p{L}+$/u.test(term) ? stemmer.stemWord(term) : term;
    const start = term.startsWith(stem) ? stem : term;
    return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(start)}[\\p{L}\\p{N}]*`, "giu");
  };
  const count = (text, find) => (text.match(find) ?? []).length;

  const score = ([kind, title, , , text], query, finders) => {
    let sum = 3 * WEIGHT[kind];
    for (const find of finders) {
      const inTitle = count(title, find), inText = count(text, find);
      if (!inTitle && !inText) return 0;
      sum += 10 * Math.min(inTitle, 1) + Math.min(inText, 4);
    }
    if (title.toLowerCase() === query) sum += 60;
    if (title.toLowerCase().split(/[\s:,]+/).includes(query)) sum += 40;
    return title.toLowerCase().startsWith(query) ? sum + 10 : sum;
  };
  const excerpt = (text, finders) => {
    const at = Math.max(0, Math.min(...finders.map((find) => {
      const first = text.search(find);
      return first < 0 ? Infinity : first;
    })));
    const from = Number.isFinite(at) ? Math.max(0, at - AROUND) : 0;
    const part = text.slice(from, from + 2.6 * AROUND);
    return `${from ? "\u2026" : ""}${part}${from + part.length < text.length ? "\u2026" : ""}`;
  };
  const marked = (text, finders) => {
    const whole = new RegExp(finders.map((find) => find.source).join("|"), "giu");
    const out = document.createDocumentFragment();
    let done = 0;
    for (const hit of text.matchAll(whole)) {
      const mark = document.createElement("mark");
      mark.textContent = hit[0];
      out.append(text.slice(done, hit.index), mark);
      done = hit.index + hit[0].length;
    }
    out.append(text.slice(done));
    return out;
  };
  const item = ([kind, title, page, target, text], names, finders) => {
    const li = document.createElement("li"), link = document.createElement("a");
    link.href = `${page}.html${target ? `#${target}` : ""}`;
    link.textContent = title;
    const where = document.createElement("span");
    where.className = "search-where";
    where.textContent = `${kind} in ${names[page]}`;
    const said = document.createElement("p");
    said.className = "context";
    said.append(marked(excerpt(text, finders), finders));
    li.append(link, " ", where, said);
    return li;
  };

  document.addEventListener("DOMContentLoaded", () => {
    const box = document.getElementById("search-results");
    const field = document.querySelector(".bd-search-container input[name=q]");
    const summary = document.createElement("p"), list = document.createElement("ul");
    summary.className = "search-summary";
    summary.setAttribute("role", "status");
    list.className = "search";
    list.setAttribute("role", "list");
    const names = Object.fromEntries(places.filter(([, , , target]) => !target)
      .map(([, title, page]) => [page, title]));
    const show = () => {
      const query = field.value.trim().toLowerCase();
      const terms = query.split(/[\s"',;()]+/).filter(Boolean);
      list.replaceChildren();
      box.replaceChildren(summary, list);
      summary.textContent = "";
      if (!terms.length) return;
      const finders = terms.map(finder);
      const found = places.map((place) => [score(place, query, finders), place])
        .filter(([value]) => value).sort((a, b) => b[0] - a[0]);
      list.append(...found.slice(0, SHOWN).map(([, place]) => item(place, names, finders)));
      summary.textContent = found.length ? `${found.length} places found`
        + (found.length > SHOWN ? `, the first ${SHOWN} shown` : "")
        : "Nothing found. Try fewer or other words, or the id of a number.";
    };
    field.value = new URLSearchParams(location.search).get("q") ?? "";
    field.addEventListener("input", show);
    field.form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
    show();
  });
})();
