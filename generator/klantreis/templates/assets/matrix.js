// The matrix: any two fields set against each other, with what the page holds.
(function () {
  "use strict";

  const kr = window.klantreis;
  const NOTHING = "-";
  const DONE = ["published", "thin"];

  function setUp(form) {
    const room = document.getElementById(form.dataset.krMatrix);
    if (!room || form.dataset.krReady) return null;
    form.dataset.krReady = "yes";
    form.hidden = false;
    const { fields, notes, stages } = JSON.parse(form.dataset.krFields);
    const byName = new Map(fields.map((field) => [field.name, field]));
    const states = form.dataset.krStates.split(" ");
    const slots = units(form.dataset.krSlots, fields, slotMark);
    const items = units(form.dataset.krItems, fields, itemMark);
    const slotFields = slots.length ? fields.slice(0, slots[0].values.length) : [];
    const names = ["rows", "columns", "journey", "holes"];
    const control = (name) => form.elements.namedItem(name);
    const first = new Map(names.slice(0, 2).map((name) => [name, control(name).value]));
    const signs = signsOf(document.querySelector(".kr-legend"));

    function slotMark(mark) {
      return { kind: mark[0], state: states[Number(mark.slice(1))] };
    }

    function itemMark(mark) {
      return { kind: "m", state: states[Number(mark)] };
    }

    function fromAddress() {
      const asked = kr.address.read();
      first.forEach((value, name) => {
        const wish = (asked.get(name) || [])[0];
        control(name).value = byName.has(wish) ? wish : value;
      });
      if (control("rows").value === control("columns").value) step("rows");
      if (control("journey")) {
        const wish = (asked.get("journey") || [""])[0];
        control("journey").value = wish;
        if (control("journey").value !== wish) control("journey").value = "";
      }
      control("holes").checked = asked.has("holes");
      show();
    }

    // Two times the same field says nothing: the other one makes way.
    function step(changed) {
      const other = control(changed === "rows" ? "columns" : "rows");
      const fallback = [first.get(other.name), ...first.values()].find((name) => name !== control(changed).value);
      other.value = fallback;
    }

    function change(changed) {
      if (changed && control("rows").value === control("columns").value) step(changed);
      const state = new Map();
      first.forEach((value, name) => state.set(name, [control(name).value]));
      if ([...first].every(([name, value]) => control(name).value === value)) first.forEach((_, name) => state.delete(name));
      if (control("journey") && control("journey").value) state.set("journey", [control("journey").value]);
      if (control("holes").checked) state.set("holes", ["yes"]);
      show();
      kr.address.write(state, names, true);
    }

    function show() {
      const [rows, columns] = [byName.get(control("rows").value), byName.get(control("columns").value)];
      const journey = control("journey") ? control("journey").value : "";
      const isOfSlots = slotFields.includes(rows) && slotFields.includes(columns);
      const table = draw(room, rows, columns, journey, isOfSlots);
      const holes = kr.showHoles(table, control("holes").checked);
      const shown = Array.from(table.tBodies[0].rows).filter((row) => !row.hidden).length;
      const wide = Array.from(table.tHead.rows[0].cells).slice(1).filter((cell) => !cell.hidden).length;
      const count = form.querySelector(".kr-count");
      const nothing = control("holes").checked && !holes;
      count.textContent = nothing ? count.dataset.krNone : count.dataset[isOfSlots ? "krCountSlots" : "krCountItems"]
        .replace("{rows}", shown).replace("{columns}", wide).replace("{holes}", holes);
      showLegend(table);
    }

    function draw(here, rows, columns, journey, isOfSlots) {
      const inJourney = (unit) => !journey || has(unit, 0, byName.get("journey"), journey);
      const chosen = (isOfSlots ? slots : items).filter(inJourney);
      const asked = slots.filter(inJourney);
      const [down, across] = [fields.indexOf(rows), fields.indexOf(columns)];
      const cells = new Map();
      chosen.forEach((unit) => unit.values[down].forEach((row) => unit.values[across].forEach((column) => {
        const key = `${row},${column}`;
        if (!cells.has(key)) cells.set(key, []);
        cells.get(key).push(unit);
      })));
      const lines = shownValues(down, chosen, asked, journey);
      const heads = shownValues(across, chosen, asked, journey);
      const table = document.createElement("table");
      table.className = "kr-matrix";
      if (!isOfSlots) table.classList.add("kr-of-items");
      const caption = form.dataset[isOfSlots ? "krCaptionSlots" : "krCaptionItems"]
        .replace("{rows}", rows.label).replace("{columns}", columns.label);
      table.createCaption().append(kr.made("span", caption));
      const top = table.createTHead().insertRow();
      top.append(heading("col", kr.made("span", rows.label)));
      heads.forEach((place) => top.append(heading("col", named(columns, place, journey))));
      const body = table.createTBody();
      lines.forEach((place) => {
        const line = body.insertRow();
        const head = heading("row", named(rows, place, journey));
        const note = rows.name === "touchpoint" && notes[rows.values[place][0]];
        if (note) head.append(" ", kr.made("small", note));
        line.append(head);
        heads.forEach((other) => {
          const found = cells.get(`${place},${other}`) || [];
          const [one, two] = [rows.values[place], columns.values[other]];
          const query = new Map(journey ? [["journey", journey]] : []);
          query.set(rows.name, one[0]).set(columns.name, two[0]);
          const about = `${called(rows, place, journey)[0]}, ${called(columns, other, journey)[0]}`;
          line.append(cell(found, isOfSlots, about, query));
        });
      });
      const region = here.querySelector(".kr-scroll");
      region.setAttribute("aria-label", caption);
      region.replaceChildren(table);
      return table;
    }

    // The values that a row or column stands for: those that something has, or that something is asked for in.
    function shownValues(field, chosen, asked, journey) {
      const isStructure = field < slotFields.length;
      const wanted = new Set((isStructure ? asked : chosen).flatMap((unit) => unit.values[field]));
      if (isStructure) chosen.forEach((unit) => unit.values[field].forEach((place) => {
        if (!journey || fields[field].values[place][0] === NOTHING) wanted.add(place);
      }));
      return [...wanted].sort((one, other) => one - other);
    }

    function cell(found, isOfSlots, about, query) {
      const made = document.createElement("td");
      const [state, figure] = isOfSlots ? ofSlots(found) : ofItems(found);
      made.className = `kr-cell kr-c-${state}`;
      if (state === "none") {
        made.append(sign(state));
        return made;
      }
      const link = document.createElement("a");
      const to = isOfSlots ? form.dataset.krToSlots : form.dataset.krToItems;
      const text = [...query].map(([name, value]) => `${name}=${kr.address.coded(value)}`).join("&");
      link.href = `${form.dataset.krRoot}${to}?${text}`;
      link.append(sign(state), kr.made("span", ` ${about} `, "kr-hidden"));
      if (figure) link.append(kr.made("span", figure, "kr-figure"));
      made.append(link);
      return made;
    }

    // The same sum as the generator makes: what must be there counts, else what is wanted.
    function ofSlots(found) {
      if (!found.length) return ["none", ""];
      const wanted = found.filter((slot) => slot.kind === "m" || slot.kind === "w");
      const must = wanted.filter((slot) => slot.kind === "m");
      const counted = [must, wanted].find((some) => some.length) || found.filter((slot) => slot.kind === "l");
      if (!counted.length) return ["exempt", ""];
      return summed(counted, DONE);
    }

    function ofItems(found) {
      return found.length ? summed(found, ["published"]) : ["empty", "0"];
    }

    function summed(counted, done) {
      const whole = total(counted);
      const part = total(counted.filter((unit) => done.includes(unit.state)));
      const worst = counted.some((unit) => unit.state === "thin") ? "thin" : "published";
      const best = states.find((state) => counted.some((unit) => unit.state === state));
      return [part === whole ? worst : part ? "partly" : best, `${part}/${whole}`];
    }

    function sign(state) {
      return signs.get(state).cloneNode(true);
    }

    // The name and page of a value; a stage is called what the chosen journey calls it.
    function called(field, place, journey) {
      const [id, ...all] = field.values[place];
      return (field.name === "stage" && journey && stages[id] && stages[id][journey]) || all;
    }

    function named(field, place, journey) {
      const [text, to] = called(field, place, journey);
      if (!to) return document.createTextNode(text);
      const link = kr.made("a", text);
      link.href = form.dataset.krRoot + to;
      return link;
    }

    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", (event) => change(event.target.name));
    form.querySelector("[data-kr-swap]").addEventListener("click", () => {
      const kept = control("rows").value;
      control("rows").value = control("columns").value;
      control("columns").value = kept;
      change();
    });
    fromAddress();
    return fromAddress;
  }

  // Units as the page holds them: `times*values,values,…,mark`, each value a place in the list of its field.
  function units(text, fields, read) {
    return text ? text.split(";").map((line) => {
      const [times, coded] = line.includes("*") ? line.split("*") : ["1", line];
      const parts = coded.split(",");
      const values = parts.slice(0, -1).map((part, number) =>
        part ? part.split(".").map(Number) : [fields[number].values.length - 1]);
      return Object.assign({ times: Number(times), values }, read(parts[parts.length - 1]));
    }) : [];
  }

  function has(unit, number, field, id) {
    return unit.values[number].some((place) => field.values[place][0] === id);
  }

  function total(some) {
    return some.reduce((sum, unit) => sum + unit.times, 0);
  }

  function heading(scope, content) {
    const made = document.createElement("th");
    made.scope = scope;
    made.append(content);
    return made;
  }

  // The signs of the legend, by state, with their word for readers of screens only.
  function signsOf(legend) {
    return new Map(Array.from(legend.querySelectorAll(".kr-state"), (sign) => {
      const bare = sign.cloneNode(true);
      bare.querySelector(".kr-state-word").className = "kr-hidden";
      return [/kr-s-(\w+)/.exec(sign.className)[1], bare];
    }));
  }

  function showLegend(table) {
    document.querySelectorAll(".kr-legend li").forEach((line) => {
      const [, state] = /kr-s-(\w+)/.exec(line.querySelector(".kr-state").className);
      line.hidden = !table.querySelector(`tbody tr:not([hidden]) .kr-c-${state}:not([hidden])`);
    });
  }

  kr.setUpMatrix = setUp;
})();
