// What a list shows, taken along: copied as a table, or saved as a file for a spreadsheet.
(function () {
  "use strict";

  const kr = window.klantreis;

  function setUp(form, table, heads, shownRows, say) {
    const said = form.querySelector("[data-kr-said]");
    const names = heads.map((head) => kr.textOf(head));
    const cells = () => [names, ...shownRows().map((row) => Array.from(row.cells).map(kr.textOf))];
    function tell(text) {
      said.textContent = "";
      setTimeout(() => { said.textContent = text; }, 50);  // so that the same words are read out again
    }
    form.querySelector("[data-kr-copy]").addEventListener("click", () => {
      const lines = cells();
      copy(lines).then(
        () => tell(say.copied.replace("{number}", lines.length - 1)),
        () => { offer(form, asText(lines), say); tell(say.not_copied); }
      );
    });
    form.querySelector("[data-kr-save]").addEventListener("click", () => {
      const lines = cells();
      save(`klantreis-${table.id}.csv`, asCsv(lines, say.separator));
      tell(say.saved.replace("{number}", lines.length - 1));
    });
  }

  // The text of a cell as people read it: signs and the words beside them that only readers of screens hear aside.
  function textOf(cell) {
    return squeezed(textIn(cell, true)) || squeezed(textIn(cell, false));
  }

  function textIn(node, isVisible) {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.localName === "svg") return "";
    if (node.matches(".kr-write, .kr-start") || (isVisible && node.matches(".kr-hidden, .kr-badge"))) return "";
    const inner = Array.from(node.childNodes, (child) => textIn(child, isVisible)).join("");
    return node.matches("br, small, em, li") ? ` ${inner} ` : inner;
  }

  function squeezed(text) {
    return text.replace(/\s+/g, " ").trim();
  }

  // A spreadsheet takes a cell that begins like this for a formula; an apostrophe makes it text.
  function harmless(text) {
    return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  }

  function asCsv(lines, separator) {
    const quoted = (text) => `"${harmless(text).replace(/"/g, '""')}"`;
    return `\ufeff${lines.map((line) => line.map(quoted).join(separator)).join("\r\n")}\r\n`;
  }

  function asText(lines) {
    return lines.map((line) => line.map(harmless).join("\t")).join("\n");
  }

  function asTable(lines) {
    const table = document.createElement("table");
    lines.forEach((line, number) => {
      const row = table.insertRow();
      line.forEach((text) => row.append(kr.made(number ? "td" : "th", harmless(text))));
    });
    return table.outerHTML;
  }

  // With a table beside the text, a document gets a table and a spreadsheet gets cells.
  async function copy(lines) {
    const text = asText(lines);
    if (navigator.clipboard && window.ClipboardItem) {
      const kinds = { "text/plain": text, "text/html": asTable(lines) };
      const blobs = Object.entries(kinds).map(([type, content]) => [type, new Blob([content], { type })]);
      try {
        return await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
      } catch (error) {
        // No leave to write there: the old way may still do.
      }
    }
    const field = fieldWith(text);
    field.className = "kr-hidden";
    document.body.append(field);
    const before = document.activeElement;
    field.select();
    const isDone = document.execCommand("copy");
    field.remove();
    if (before) before.focus();
    if (!isDone) throw new Error("not copied");
    return undefined;
  }

  function fieldWith(text) {
    const field = document.createElement("textarea");
    field.value = text;
    field.readOnly = true;
    return field;
  }

  // Where nothing may be put on the clipboard, the text stands ready to be copied by hand.
  function offer(form, text, say) {
    const old = form.parentNode.querySelector(".kr-offer");
    if (old) old.remove();
    const label = kr.made("label", say.by_hand, "kr-offer");
    const field = fieldWith(text);
    field.rows = 8;
    label.append(field);
    form.after(label);
    field.focus();
    field.select();
  }

  function save(name, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  kr.textOf = textOf;
  kr.setUpTaking = setUp;
})();
