// Filters over the lists, with the state in the address, and the active tab. No library, no request.
(function () {
  "use strict";

  function start() {
    document.querySelectorAll("[data-kr-filters]").forEach(setUp);
    showTab();
    nameSearch();
  }

  // The theme leaves its search dialog without a name for screen readers.
  function nameSearch() {
    var dialog = document.querySelector(".md-search[role=dialog]");
    var field = dialog && dialog.querySelector("input");
    if (field) dialog.setAttribute("aria-label", field.getAttribute("aria-label") || field.placeholder);
  }

  function setUp(form) {
    var table = document.getElementById(form.dataset.krFilters);
    if (!table || form.dataset.krReady) return;
    form.dataset.krReady = "yes";
    form.hidden = false;
    var rows = Array.from(table.tBodies[0].rows);
    var texts = rows.map(function (row) { return plain(row.textContent); });
    var extra = fill(form, rows);
    function show() { apply(form, rows, texts, extra); }
    form.addEventListener("input", function () { show(); remember(form, extra); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function () {
      extra = {};
      setTimeout(function () { show(); remember(form, extra); });
    });
    show();
  }

  // Takes the values from the address; returns those that no field of the form can show.
  function fill(form, rows) {
    var extra = {};
    new URLSearchParams(location.search).forEach(function (value, name) {
      var field = form.elements.namedItem(name);
      if (field && name !== "words") {
        field.value = value;
        if (field.value === value) return;
        field.value = "";
      } else if (field) {
        field.value = value;
        return;
      }
      if (rows.length && rows[0].dataset[name] !== undefined) extra[name] = value;
    });
    return extra;
  }

  function wanted(form, extra) {
    var fields = Object.assign({}, extra);
    Array.from(form.elements).forEach(function (field) {
      if (field.name && field.value) fields[field.name] = field.value;
    });
    return fields;
  }

  function apply(form, rows, texts, extra) {
    var fields = wanted(form, extra);
    var words = plain(fields.words || "").split(/\s+/);
    delete fields.words;
    var shown = 0;
    rows.forEach(function (row, number) {
      var fits = words.every(function (word) { return texts[number].indexOf(word) >= 0; });
      fits = fits && Object.keys(fields).every(function (name) {
        return (row.dataset[name] || "").split("|").indexOf(fields[name]) >= 0;
      });
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    var count = form.querySelector("[data-kr-count]");
    count.textContent = count.dataset.krCount.replace("{shown}", shown).replace("{all}", rows.length);
  }

  function remember(form, extra) {
    var query = new URLSearchParams(wanted(form, extra)).toString();
    history.replaceState(history.state, "", location.pathname + (query ? "?" + query : "") + location.hash);
  }

  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  // A page that is not in the navigation itself still shows in which part of the site it stands.
  function showTab() {
    var path = document.querySelector(".kr-path a");
    var tabs = document.querySelectorAll(".md-tabs__link");
    var folder = /([^/]+)\/[^/]*$/;
    tabs.forEach(function (tab) {
      var item = tab.closest(".md-tabs__item");
      if (!path || !item) return;
      var here = folder.exec(new URL(path.href).pathname);
      var there = folder.exec(new URL(tab.href).pathname);
      item.classList.toggle("md-tabs__item--active", Boolean(here && there && here[1] === there[1]));
    });
  }

  window.krEachPage = function (start) {
    // From a folder there is no instant navigation, and the theme then ends its stream before the first page.
    var streams = location.protocol !== "file:" && window.document$ && window.document$.subscribe;
    if (streams) window.document$.subscribe(start);
    else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
    else start();
  };
  window.krEachPage(start);
})();
