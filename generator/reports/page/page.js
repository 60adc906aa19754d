// Links work without this script; it adds the two-way highlight and the filters.
(() => {
  "use strict";
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

  function markActive(report, cards) {
    all(".active", report).forEach((element) => element.classList.remove("active"));
    cards.forEach((id) => document.getElementById(id)?.classList.add("active"));
    all(".mark", report)
      .filter((mark) => mark.dataset.cards.split(" ").some((id) => cards.includes(id)))
      .forEach((mark) => mark.classList.add("active"));
  }

  function show(element, block) {
    element?.scrollIntoView({ block, behavior: "smooth" });
  }

  function showCard(card) {
    const column = card.parentElement;
    const scrolls = column.scrollHeight > column.clientHeight + 1 && getComputedStyle(column).overflowY === "auto";
    if (scrolls) column.scrollTo({ top: card.offsetTop - column.offsetTop - 8, behavior: "smooth" });
    else show(card, "center");
  }

  all(".report").forEach((report) => {
    report.addEventListener("click", (event) => {
      const mark = event.target.closest(".mark");
      if (mark) {
        event.preventDefault();
        const cards = mark.dataset.cards.split(" ");
        const visible = cards.find((id) => !document.getElementById(id).classList.contains("gone")) || cards[0];
        markActive(report, [visible]);
        showCard(document.getElementById(visible));
        return;
      }
      const card = event.target.closest(".card");
      if (!card) return;
      markActive(report, [card.id]);
      const link = event.target.closest("a");
      if (link) {
        event.preventDefault();
        show(document.querySelector(link.getAttribute("href")), "center");
      } else if (card.dataset.place && !String(getSelection())) {
        show(document.getElementById(card.dataset.place), "center");
      }
    });

    const rule = report.querySelector("select[data-rules]");
    const filter = () => {
      const hidden = new Set(all("input[data-show]", report).filter((i) => !i.checked).map((i) => i.dataset.show));
      all(".card", report).forEach((card) => {
        const other = rule && rule.value && card.dataset.rule !== rule.value;
        card.classList.toggle("gone", hidden.has(card.dataset.severity) || Boolean(other));
      });
    };
    [...all("input[data-show]", report), ...(rule ? [rule] : [])].forEach((control) =>
      control.addEventListener("change", filter),
    );
    all("input[data-status]", report).forEach((input) =>
      input.addEventListener("change", () => {
        const hidden = new Set(all("input[data-status]", report).filter((i) => !i.checked).map((i) => i.dataset.status));
        all("tr[data-status]", input.closest(".ledger")).forEach((row) =>
          row.classList.toggle("gone", hidden.has(row.dataset.status)),
        );
      }),
    );
  });
})();
