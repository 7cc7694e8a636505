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
