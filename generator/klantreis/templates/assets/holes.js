// Holes only: of any matrix, whoever drew it, the rows and columns in which something is missing.
(function () {
  "use strict";

  const kr = window.klantreis;
  const WHOLE = ["published", "thin", "exempt", "answered", "none"];

  // Where items are counted, one that is there is enough; slots are asked for one by one.
  function isHole(cell, isOfItems) {
    const [, state] = /kr-c-(\w+)/.exec(cell.className);
    return !WHOLE.includes(state) && !(isOfItems && state === "partly");
  }

  // Leaves only the rows and columns with a hole when `isOn`; returns how many holes there are.
  function showHoles(table, isOn) {
    const rows = Array.from(table.tBodies[0].rows);
    const heads = Array.from(table.tHead.rows[0].cells);
    const inColumn = heads.map(() => 0);
    rows.forEach((row) => {
      let inRow = 0;
      Array.from(row.cells).slice(1).forEach((cell, number) => {
        const hole = isHole(cell, table.classList.contains("kr-of-items"));
        inRow += hole ? 1 : 0;
        inColumn[number + 1] += hole ? 1 : 0;
        cell.classList.toggle("kr-whole", isOn && !hole);
      });
      row.hidden = isOn && !inRow;
    });
    heads.slice(1).forEach((head, number) => {
      const isGone = isOn && !inColumn[number + 1];
      head.hidden = isGone;
      rows.forEach((row) => { row.cells[number + 1].hidden = isGone; });
    });
    table.classList.toggle("kr-narrow", heads.filter((head) => !head.hidden).length < 5);
    const holes = inColumn.reduce((sum, number) => sum + number, 0);
    table.hidden = isOn && !holes;
    return holes;
  }

  // A page with matrices that the generator drew: one box for all of them.
  function setUp(form) {
    if (form.dataset.krReady) return null;
    form.dataset.krReady = "yes";
    form.hidden = false;
    const box = form.elements.namedItem("holes");
    const count = form.querySelector(".kr-count");
    function show() {
      document.querySelectorAll(".kr-no-holes").forEach((note) => note.remove());
      const holes = Array.from(document.querySelectorAll(".kr-matrix")).reduce((sum, table) => {
        const here = showHoles(table, box.checked);
        if (table.hidden) table.after(kr.made("p", form.dataset.krNone, "kr-quiet kr-no-holes"));
        return sum + here;
      }, 0);
      count.textContent = box.checked ? count.dataset.krCount.replace("{holes}", holes) : "";
    }
    function fromAddress() {
      box.checked = kr.address.read().has("holes");
      show();
    }
    form.addEventListener("submit", (event) => event.preventDefault());
    box.addEventListener("change", () => {
      show();
      kr.address.write(new Map(box.checked ? [["holes", ["yes"]]] : []), ["holes"], true);
    });
    fromAddress();
    return fromAddress;
  }

  kr.showHoles = showHoles;
  kr.setUpHoles = setUp;
})();
