// A table that is wider than the page says so, and keeps its first column in sight.
document.addEventListener("DOMContentLoaded", () => {
  const boxes = document.querySelectorAll(".exhibit .pst-scrollable-table-container");
  const mark = (box) => {
    const wide = box.scrollWidth > box.clientWidth + 1;
    box.classList.toggle("is-wide", wide);
    let cue = box.previousElementSibling;
    if (!cue?.classList.contains("scroll-cue")) cue = null;
    if (wide && !cue) {
      cue = document.createElement("p");
      cue.className = "scroll-cue";
      cue.textContent = "Wider than the page: scroll the table sideways \u2192";
      box.before(cue);
    } else if (!wide) cue?.remove();
  };
  const seen = new ResizeObserver((entries) => entries.forEach((one) => mark(one.target)));
  boxes.forEach((box) => seen.observe(box));
});

// Tiles of claims are filtered by what stands in them; without a script all are shown.
document.addEventListener("DOMContentLoaded", () => {
  const list = document.querySelector(".claim-tiles .tiles");
  if (!list) return;
  const tiles = [...list.children];
  const form = document.createElement("form"), group = document.createElement("fieldset");
  form.className = "claim-filter";
  group.innerHTML = '<legend class="visually-hidden">Filter the claims</legend>';
  const selects = ["verdict", "speaker", "kind"].map((name) => {
    const label = document.createElement("label"), select = document.createElement("select");
    select.id = `claims-by-${name}`;
    label.htmlFor = select.id;
    label.textContent = `${name[0].toUpperCase()}${name.slice(1)}`;
    const values = [...new Set(tiles.map((tile) => tile.dataset[name]))];
    select.append(new Option("all", ""), ...values.map((value) => new Option(value, value)));
    select.dataset.name = name;
    const pair = document.createElement("span");
    pair.append(label, " ", select);
    group.append(pair);
    return select;
  });
  const shown = document.createElement("output");
  shown.setAttribute("for", selects.map((select) => select.id).join(" "));
  group.append(shown);
  form.append(group);
  const filter = () => {
    for (const tile of tiles) {
      tile.hidden = selects.some(({ value, dataset }) => value
        && tile.dataset[dataset.name] !== value);
    }
    shown.textContent = `${tiles.filter((tile) => !tile.hidden).length} of ${tiles.length} claims`;
  };
  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  list.before(form);
  filter();
});
