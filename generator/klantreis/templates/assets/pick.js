// A filter as a list of boxes that folds out: one at a time, closed by Escape and by a click elsewhere.
(function () {
  "use strict";

  const kr = window.klantreis;

  function setUp(form, pick) {
    pick.addEventListener("toggle", () => {
      if (!pick.open) return;
      form.querySelectorAll(".kr-pick[open]").forEach((other) => { if (other !== pick) other.open = false; });
    });
    pick.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !pick.open) return;
      event.stopPropagation();
      pick.open = false;
      pick.querySelector("summary").focus();
    });
    const search = pick.querySelector("input[type=search]");
    if (!search) return;
    const labels = Array.from(pick.querySelectorAll("label.kr-check"));
    search.addEventListener("input", () => {
      const wanted = kr.plain(search.value.trim());
      labels.forEach((label) => { label.hidden = !kr.plain(label.textContent).includes(wanted); });
    });
    search.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
  }

  document.addEventListener("click", (event) => {
    document.querySelectorAll(".kr-pick[open]").forEach((pick) => {
      if (!pick.contains(event.target)) pick.open = false;
    });
  });

  kr.setUpPick = setUp;
})();
