// Lists: filters that take several values, words, sorting, and what is shown taken along.
(function () {
  "use strict";

  const kr = window.klantreis;
  const NOTHING = "-";
  // Rows drawn at once, as in list.css: thousands make a phone stutter, and on a phone each is a card.
  const mostRows = () => window.matchMedia("(max-width: 44.9375em)").matches ? 60 : 300;

  function setUp(form) {
    const table = document.getElementById(form.dataset.krList);
    if (!table || form.dataset.krReady) return null;
    form.dataset.krReady = "yes";
    form.hidden = false;
    table.dataset.krLive = "yes";
    const say = JSON.parse(form.dataset.krWords);
    const body = table.tBodies[0];
    const rows = Array.from(body.rows);
    const order = new Map(rows.map((row, number) => [row, number]));
    const heads = Array.from(table.tHead.rows[0].cells);
    const known = rows.length ? Object.keys(rows[0].dataset) : [];
    const fields = known.concat(["words", "sort"]);
    const valuesOf = new Map(rows.map((row) => [row, new Map(known.map((name) => [name, valuesIn(row, name)]))]));
    const names = new Map(known.map((name) => [name, new Set(rows.flatMap((row) => valuesOf.get(row).get(name)))]));
    const boxes = Array.from(form.querySelectorAll("input[type=checkbox]"));
    const words = form.elements.namedItem("words");
    const chips = form.querySelector(".kr-chips");
    const count = form.querySelector(".kr-count");
    const collator = new Intl.Collator(document.documentElement.lang || "nl", { numeric: true, sensitivity: "base" });
    let state = new Map();
    let texts = null;
    let isTyping = false;
    let sorted = "";
    let most = mostRows();
    const choose = sorter();
    const more = moreButton();

    function valuesIn(row, name) {
      return (row.dataset[name] || NOTHING).split("|");
    }

    function only(name) {
      return (state.get(name) || [])[0] || "";
    }

    // What the address says, in values that the list knows where it can.
    function fromAddress() {
      state = new Map();
      kr.address.read().forEach((values, name) => {
        if (name === "words") state.set(name, [values.join(",")]);
        else if (name === "sort") state.set(name, values.slice(0, 1));
        else if (names.has(name)) state.set(name, unpacked(values, names.get(name)));
      });
      words.value = only("words");
      boxes.forEach((box) => { box.checked = (state.get(box.name) || []).includes(box.value); });
      show();
    }

    // Mail programs code the comma between two values as well.
    function unpacked(values, there) {
      const all = values.flatMap((value) => {
        const parts = value.split(",");
        return there.has(value) || !parts.every((part) => there.has(part)) ? [value] : parts;
      });
      return Array.from(new Set(all));
    }

    // The filters that a row does not pass; words count as one.
    function missed(row, wanted, number) {
      const failing = known.filter((name) => {
        const asked = state.get(name);
        return asked && asked.length && !valuesOf.get(row).get(name).some((value) => asked.includes(value));
      });
      if (wanted.length && !wanted.every((word) => texts[number].includes(word))) failing.push("words");
      return failing;
    }

    function show() {
      const wanted = kr.plain(only("words")).split(/\s+/).filter(Boolean);
      if (wanted.length && !texts) texts = rows.map((row) => kr.plain(row.textContent));
      const tallies = new Map(known.map((name) => [name, new Map()]));
      let shown = 0;
      rows.forEach((row, number) => {
        const failing = missed(row, wanted, number);
        row.hidden = failing.length > 0;
        shown += failing.length ? 0 : 1;
        if (failing.length > 1) return;
        (failing.length ? failing : known).forEach((name) => {
          const tally = tallies.get(name);
          if (tally) valuesOf.get(row).get(name).forEach((value) => tally.set(value, (tally.get(value) || 0) + 1));
        });
      });
      sort();
      showFirst(shown);
      showChoices(tallies);
      showChips();
      form.querySelector("button[type=reset]").hidden = ![...state.values()].some((values) => values.join(""));
      tell(shown ? say.count.replace("{shown}", shown).replace("{all}", rows.length) : say.empty);
    }

    // The first rows that fit; a button draws the others.
    function showFirst(shown) {
      let left = most;
      Array.from(body.rows).forEach((row) => {
        row.classList.toggle("kr-later", !row.hidden && left <= 0);
        left -= row.hidden ? 0 : 1;
      });
      more.hidden = shown <= most;
      more.textContent = say.more.replace("{number}", shown - most);
    }

    function moreButton() {
      const button = made("button", "", "kr-more");
      button.type = "button";
      button.hidden = true;
      button.addEventListener("click", () => {
        const next = body.querySelector("tr.kr-later a");
        most = Infinity;
        show();
        if (next) next.focus();
      });
      table.parentNode.after(button);
      return button;
    }

    function showChoices(tallies) {
      boxes.forEach((box) => {
        const number = tallies.get(box.name).get(box.value) || 0;
        box.parentNode.querySelector("small").textContent = number;
        box.parentNode.classList.toggle("kr-none-left", !number && !box.checked);
      });
      form.querySelectorAll(".kr-pick").forEach((pick) => {
        const chosen = Array.from(pick.querySelectorAll("input:checked"));
        const value = pick.querySelector(".kr-pick-value");
        value.textContent = !chosen.length ? say.all : chosen.length === 1 ? nameOf(chosen[0]) : chosen.length;
        pick.classList.toggle("kr-chosen", chosen.length > 0);
      });
    }

    function nameOf(box) {
      return box.parentNode.querySelector("span").textContent;
    }

    // A button for everything that is asked, with which it is taken away again.
    function showChips() {
      const asked = known.flatMap((name) => (state.get(name) || []).map((value) => [name, value]));
      chips.replaceChildren(...asked.map(([name, value]) => {
        const box = boxes.find((one) => one.name === name && one.value === value);
        const label = box ? box.closest(".kr-pick").querySelector(".kr-pick-label").textContent : say.fields[name] || name;
        const button = made("button", `${label}: ${box ? nameOf(box) : value}`);
        button.type = "button";
        button.title = say.remove;
        const cross = made("span", "×");
        cross.setAttribute("aria-hidden", "true");
        button.append(made("span", `, ${say.remove}`, "kr-hidden"), cross);
        button.addEventListener("click", () => {
          const here = Array.from(chips.querySelectorAll("button")).indexOf(button);
          state.set(name, state.get(name).filter((one) => one !== value));
          if (box) box.checked = false;
          change();
          const left = chips.querySelectorAll("button");
          (left[Math.min(here, left.length - 1)] || words).focus();
        });
        const item = document.createElement("li");
        item.append(button);
        return item;
      }));
    }

    function change(isStep = true) {
      show();
      kr.address.write(new Map([...state].filter(([, values]) => values.join(""))), fields, isStep);
    }

    function tell(text) {
      if (count.textContent !== text) count.textContent = text;
    }

    // Sorting: a button in every heading, up, down and back to the list's own order.
    function sorter() {
      const select = form.querySelector("select[name=sort]");
      heads.filter((head) => head.dataset.krKey).forEach((head) => {
        const button = made("button", head.textContent.trim());
        button.type = "button";
        button.addEventListener("click", () => {
          const now = only("sort");
          const key = head.dataset.krKey;
          state.set("sort", now === key ? [`-${key}`] : now === `-${key}` ? [] : [key]);
          change();
        });
        [["", say.up], ["-", say.down]].forEach(([sign, word]) => {
          const option = made("option", `${head.textContent.trim()}, ${word}`);
          option.value = sign + head.dataset.krKey;
          select.append(option);
        });
        head.replaceChildren(button);
      });
      select.addEventListener("change", () => { state.set("sort", select.value ? [select.value] : []); change(); });
      return select;
    }

    function sort() {
      const wish = only("sort");
      const key = wish.replace(/^-/, "");
      const column = key ? heads.findIndex((head) => head.dataset.krKey === key) : -1;
      heads.forEach((head, number) => {
        if (number === column) head.setAttribute("aria-sort", wish[0] === "-" ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
      choose.value = column < 0 ? "" : wish;
      if (wish === sorted) return;
      sorted = wish;
      const turn = wish[0] === "-" ? -1 : 1;
      const keys = new Map(column < 0 ? [] : rows.map((row) => [row, sortKey(row.cells[column])]));
      const inOrder = column < 0 ? rows : rows.slice().sort((one, other) => {
        const [a, b] = [keys.get(one), keys.get(other)];
        if (!a !== !b) return a ? -1 : 1;  // what is empty comes last, both ways
        return turn * collator.compare(a, b) || order.get(one) - order.get(other);
      });
      body.append(...inOrder);
    }

    function sortKey(cell) {
      return cell.dataset.sort || kr.textOf(cell);
    }

    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", (event) => {
      const box = event.target;
      if (box.type !== "checkbox") return;
      const others = (state.get(box.name) || []).filter((value) => value !== box.value);
      state.set(box.name, box.checked ? [...others, box.value] : others);
      change();
    });
    words.addEventListener("input", () => {
      state.set("words", [words.value]);
      change(!isTyping);
      isTyping = true;
    });
    words.addEventListener("blur", () => { isTyping = false; });
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      state = new Map();
      words.value = "";
      boxes.forEach((box) => { box.checked = false; });
      change();
    });
    form.querySelectorAll(".kr-pick").forEach((pick) => kr.setUpPick(form, pick));
    const shownRows = () => Array.from(body.rows).filter((row) => !row.hidden);
    kr.setUpTaking(form, table, heads, shownRows, say);
    fromAddress();
    return fromAddress;
  }

  function made(tag, text, className) {
    const element = document.createElement(tag);
    element.textContent = text;
    if (className) element.className = className;
    return element;
  }

  kr.plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  kr.made = made;
  kr.setUpList = setUp;
})();
