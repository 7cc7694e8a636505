// A control that picks one cell of the table of recovery: it shows what the table prints and
// computes nothing. Without a script the whole table is there.
document.addEventListener("DOMContentLoaded", () => {
  const table = document.querySelector("table#tab-pivot-recovery");
  if (!table) return;
  const text = (cell) => cell.textContent.trim();
  const heads = [...table.tHead.rows[0].cells].map(text);
  const rows = [...table.tBodies[0].rows];
  const choices = [0, 1].map((column) => [...new Set(rows.map((row) => text(row.cells[column])))]);
  choices.push(heads.slice(2));
  const labels = [heads[0], heads[1], "When"];

  const form = document.createElement("form");
  form.className = "lookup";
  const group = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.className = "visually-hidden";
  legend.textContent = "Look up one value of this table";
  group.append(legend);
  form.append(group);
  const selects = choices.map((options, place) => {
    const label = document.createElement("label");
    const select = document.createElement("select");
    select.id = `lookup-${place}`;
    label.htmlFor = select.id;
    label.textContent = labels[place];
    for (const option of options) select.add(new Option(option, option));
    group.append(label, select);
    return select;
  });
  const answer = document.createElement("output");
  answer.setAttribute("for", selects.map((select) => select.id).join(" "));
  group.append(answer);

  const show = () => {
    const [who, path, when] = selects.map((select) => select.value);
    const row = rows.find((r) => text(r.cells[0]) === who && text(r.cells[1]) === path);
    const cell = row.cells[heads.indexOf(when)];
    table.querySelector(".lookup-found")?.classList.remove("lookup-found");
    cell.classList.add("lookup-found");
    answer.textContent = `${who}, while ${labels[1].replace("The", "the")} ${path}, `
      + `${when.replace("By", "by")}: ${text(cell)}% a year`;
  };
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  (table.closest(".pst-scrollable-table-container") ?? table).before(form);
  show();
});
