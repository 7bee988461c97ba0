"use strict";
// One pair of the page; those of a scan are brought to life when they are opened.
const start = (pair) => {
  const all = (selector) => [...pair.querySelectorAll(selector)];
  const cards = all(".card");
  const rows = all(".row");
  const visible = () => cards.filter((card) => !card.hidden && !card.closest("[hidden]"));
  for (const one of all("[data-script], [data-copy]")) one.hidden = false;

  const at = pair.querySelector("[data-at]");
  const say = (text) => { const status = pair.querySelector("[data-status]"); if (status) status.textContent = text; };

  // Next and previous finding: focus moves with it, and the address can be passed on.
  const step = (by) => {
    const shown = visible();
    if (!shown.length) return;
    const here = shown.indexOf(document.activeElement?.closest(".card") ?? pair.querySelector(".card:target"));
    const next = here < 0 ? (by > 0 ? 0 : shown.length - 1) : (here + by + shown.length) % shown.length;
    showRows();
    go(shown[next]);
  };
  const go = (card) => {
    history.replaceState(null, "", "#" + card.id);
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "center" });
    count();
  };
  const count = () => {
    if (!at) return;
    const shown = visible();
    const here = shown.indexOf(document.activeElement?.closest(".card"));
    at.textContent = here < 0 ? `${shown.length} of ${cards.length} findings` : `Finding ${here + 1} of ${shown.length}`;
  };
  const showRows = () => { const radio = pair.querySelector(".views [value=rows]"); if (radio) radio.checked = true; };
  for (const button of all("[data-step]")) button.addEventListener("click", () => step(Number(button.dataset.step)));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=checkbox], [type=radio]), textarea, select")) return;
    if (pair.offsetParent === null || !pair.querySelector("[data-keys]")?.checked) return;
    const by = { n: 1, j: 1, p: -1, k: -1 }[event.key];
    if (by) { event.preventDefault(); step(by); }
  });
  pair.addEventListener("focusin", count);

  // Filters.
  const filters = all("[data-filter]");
  const only = pair.querySelector("[data-only]");
  const filter = () => {
    const off = { severity: new Set(), check: new Set(), style: new Set() };
    for (const box of filters) if (!box.checked) off[box.dataset.filter].add(box.value);
    const hidden = new Set();
    for (const card of cards) {
      card.hidden = off.severity.has(card.dataset.severity) || off.check.has(card.dataset.check);
      if (card.hidden) hidden.add(card.dataset.f);
    }
    for (const mark of all("mark")) mark.classList.toggle("off", mark.dataset.f.split(" ").every((number) => hidden.has(number)));
    for (const item of all(".ledger li")) item.hidden = hidden.has(item.dataset.f);
    let shown = 0;
    for (const row of rows) {
      row.hidden = off.style.has(row.dataset.style) || (only?.checked && !row.querySelector(".card:not([hidden])"));
      if (!row.hidden) shown += 1;
    }
    say(shown < rows.length || hidden.size ? `${visible().length} of ${cards.length} findings, ${shown} of ${rows.length} rows` : "");
    count();
  };
  for (const box of [...filters, only]) box?.addEventListener("change", filter);

  // A finding as text for the reporter.
  const words = (element) => {
    const copy = element.cloneNode(true);
    for (const badge of copy.querySelectorAll(".badge, .words, code")) badge.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  };
  for (const button of all("[data-copy]")) button.addEventListener("click", async () => {
    const card = button.closest(".card");
    const row = card.closest(".row");
    const lines = [
      `${card.dataset.f}. ${words(card.querySelector(".check"))} (${words(card.querySelector(".severity"))})`,
      `Original: ${words(card.querySelector(".was dd"))}`,
      `Rewrite: ${words(card.querySelector(".is dd"))}`,
      ...[...card.querySelectorAll(".reason")].map(words),
      `In the sentence: ${words(row.querySelector(".rewrite p"))}`,
    ];
    const text = lines.join("\n");
    try { await navigator.clipboard.writeText(text); } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
    }
    button.textContent = "Copied";
    say(`Finding ${card.dataset.f} copied`);
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  });

  // As published: what belongs together lights up, and the other side scrolls to it.
  const columns = all(".column");
  const byRow = new Map();
  for (const one of all(".linked")) for (const row of one.dataset.rows.split(" ")) byRow.set(row, [...(byRow.get(row) ?? []), one]);
  let lit = [];
  const light = (sentence) => {
    for (const one of lit) one.classList.remove("lit");
    lit = [...new Set(sentence.dataset.rows.split(" ").flatMap((row) => byRow.get(row)))];
    for (const one of lit) one.classList.add("lit");
    const home = sentence.closest(".column");
    for (const column of columns) {
      if (column === home) continue;
      const there = lit.find((one) => column.contains(one));
      if (!there) continue;
      const box = column.getBoundingClientRect();
      column.scrollTop += there.getBoundingClientRect().top - box.top - box.height / 3;
    }
  };
  for (const kind of ["pointerover", "focusin"]) pair.querySelector(".columns")?.addEventListener(kind, (event) => {
    const sentence = event.target.closest(".linked");
    if (sentence && !(kind === "pointerover" && event.pointerType !== "mouse")) light(sentence);
  });
};

const many = document.querySelector(".many");
const started = new Set();
const arrive = () => {
  const target = document.getElementById(location.hash.slice(1));  // :target is not set yet while the page loads
  const pair = many ? target?.closest(".pair") : document.querySelector(".pair");
  if (!pair) return;
  if (!started.has(pair)) {
    started.add(pair);
    start(pair);
  }
  // A permalink to a finding opens at it, also from the other view.
  if (!target?.matches(".card")) return;
  const radio = pair.querySelector(".views [value=rows]");
  if (radio) radio.checked = true;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "center", behavior: "instant" });
};
addEventListener("hashchange", arrive);
arrive();
addEventListener("beforeprint", () => { for (const one of document.querySelectorAll("details.unused")) one.open = true; });
