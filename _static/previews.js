// A small card that tells what a link leads to: a number, an exhibit, a source, a claim, a term.
// The cards of a page come as one script when the first of them is wanted (a page that is read
// from a folder cannot fetch). Whoever has no script follows the links.
(() => {
  const root = new URL("../", document.currentScript.src);
  const SHOW = 300, HIDE = 250; // milliseconds that a pointer rests
  let cards, asked, card, owner, timer, muted, touched;

  const page = () => typeof DOCUMENTATION_OPTIONS === "object" ? DOCUMENTATION_OPTIONS.pagename
    : "";
  const load = () => asked ??= new Promise((done) => {
    window.reportPreviews = (held) => { cards = held; done(); };
    const script = document.createElement("script");
    script.src = new URL(`previews/${page()}.js`, root);
    script.onerror = done;
    document.head.append(script);
  });
  const key = (link) => {
    const url = new URL(link.href);
    const stem = url.pathname.split("/").pop().replace(/\.html$/, "");
    return `${stem}${url.hash}`;
  };
  const linkAt = (target) => {
    const link = target.closest?.("article a[href*='#']");
    return link && !link.closest(".preview, .exhibit-links, .headerlink, .prev-next-area")
      ? link : null;
  };

  const build = (html, link) => {
    const box = document.createElement("span");
    box.className = "preview";
    box.id = "preview";
    box.setAttribute("role", "group");
    if ("popover" in box) box.popover = "manual";
    box.innerHTML = `${html}<button type="button" class="preview-close" aria-label="Close">`
      + "\u00d7</button>";
    box.setAttribute("aria-label", `Preview: ${link.textContent.trim()}`);
    // Addresses in a card are as seen from the page that the link leads to.
    for (const name of ["href", "src"]) {
      box.querySelectorAll(`[${name}]`).forEach((part) => {
        part.setAttribute(name, new URL(part.getAttribute(name), link.href).href);
      });
    }
    inner(box).forEach((part) => { part.tabIndex = -1; });
    return box;
  };
  const inner = (box) => [...box.querySelectorAll("a[href], button, [tabindex]")];

  const place = () => {
    if (!card) return;
    card.style.left = card.style.top = "";
    if (matchMedia("(max-width: 576px)").matches) return; // a sheet at the foot of the page
    const at = owner.getClientRects()[0], own = card.getBoundingClientRect();
    if (!at || at.bottom < 0 || at.top > innerHeight) return close();
    const below = at.bottom + 6 + own.height < innerHeight || at.top < own.height + 6;
    const top = below ? Math.min(at.bottom + 4, innerHeight - own.height - 4)
      : at.top - own.height - 4;
    card.style.left = `${Math.max(8, Math.min(at.left, innerWidth - own.width - 24))}px`;
    card.style.top = `${Math.max(4, top)}px`;
  };
  const open = async (link, aloud) => {
    if (owner === link) return;
    const wanted = open.last = link;
    await load();
    const html = cards?.[key(link)];
    if (wanted !== open.last || !html) return;
    close();
    open.last = owner = link;
    card = build(html, link);
    link.after(card);
    card.showPopover?.();
    link.setAttribute("aria-describedby", "preview");
    place();
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", () => {
      if (!card.contains(document.activeElement)) later(close, HIDE);
    });
    if (aloud) say(`${card.querySelector(".preview-head").textContent}. `
      + "Arrow down enters the card, Escape closes it.");
  };
  const close = () => {
    clearTimeout(timer);
    open.last = null;
    const [link, box] = [owner, card];
    owner = card = null; // before the focus that is taken out with the card is heard of
    link?.removeAttribute("aria-describedby");
    box?.remove();
  };
  const back = () => {
    const link = owner, inside = card.contains(document.activeElement);
    close();
    if (inside) {
      muted = true; // the focus that returns opens nothing
      link.focus();
      muted = false;
    }
  };
  const later = (act, wait) => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };
  const say = (words) => {
    let voice = document.getElementById("preview-voice");
    if (!voice) {
      voice = document.createElement("div");
      voice.id = "preview-voice";
      voice.className = "visually-hidden";
      voice.setAttribute("role", "status");
      document.body.append(voice);
    }
    voice.textContent = words;
  };
  const copy = async (button) => {
    const words = button.dataset.copy;
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      const field = document.createElement("textarea");
      field.value = words;
      card.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    button.textContent = "Copied";
    say("Citation copied");
  };

  document.addEventListener("DOMContentLoaded", () => {
    const article = document.querySelector("article");
    if (!article || ["search", "genindex", ""].includes(page())) return;
    article.addEventListener("pointerover", (event) => {
      const link = linkAt(event.target);
      if (event.pointerType === "mouse" && link) later(() => open(link), SHOW);
    });
    article.addEventListener("pointerout", (event) => {
      if (event.pointerType !== "mouse" || !linkAt(event.target)) return;
      if (card && document.activeElement !== owner) later(close, HIDE);
      else if (!card) clearTimeout(timer);
    });
    article.addEventListener("focusin", (event) => {
      const link = linkAt(event.target);
      if (link && !muted && link.matches(":focus-visible")) open(link, true);
    });
    article.addEventListener("focusout", (event) => {
      const next = event.relatedTarget;
      if (card && next !== owner && !card.contains(next) && !card.matches(":hover")) close();
    });
    document.addEventListener("pointerdown", (event) => {
      touched = event.pointerType !== "mouse";
      if (card && !card.contains(event.target) && !owner.contains(event.target)) close();
    });
    article.addEventListener("click", (event) => {
      if (event.target.closest(".preview-close")) back();
      const button = event.target.closest("[data-copy]");
      if (button) copy(button);
      const link = linkAt(event.target);
      if (!link || !touched || owner === link || event.detail === 0) return;
      if (cards && !cards[key(link)]) return;
      event.preventDefault();
      load().then(() => cards?.[key(link)] ? open(link, true) : location.assign(link.href));
    });
    document.addEventListener("keydown", (event) => {
      if (!card) return;
      if (event.key === "Escape") {
        event.preventDefault();
        back();
      } else if (event.key === "ArrowDown" && document.activeElement === owner) {
        event.preventDefault();
        inner(card).forEach((part) => { part.tabIndex = 0; });
        inner(card)[0].focus();
      }
    });
    addEventListener("scroll", () => requestAnimationFrame(place), { passive: true });
    addEventListener("resize", place);
    addEventListener("beforeprint", close);
  });
})();
