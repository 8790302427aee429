// Sets up what a page holds, the active tab and the name of the search dialog. No library, no request.
(function () {
  "use strict";

  var kr = window.klantreis;
  var shown = [];
  var page = "";

  function start() {
    var made = [];
    [["[data-kr-list]", kr.setUpList], ["[data-kr-matrix]", kr.setUpMatrix], ["[data-kr-holes]", kr.setUpHoles]].forEach(
      function (pair) { document.querySelectorAll(pair[0]).forEach(function (form) { made.push(pair[1](form)); }); });
    made = made.filter(Boolean);
    if (made.length || page !== location.pathname) shown = made;
    page = location.pathname;
    showTab();
    nameSearch();
  }

  // Back and forward within a page: the address says again what is shown.
  window.addEventListener("popstate", function () {
    if (page === location.pathname) shown.forEach(function (again) { again(); });
  });

  // The theme leaves its search dialog without a name for screen readers.
  function nameSearch() {
    var dialog = document.querySelector(".md-search[role=dialog]");
    var field = dialog && dialog.querySelector("input");
    if (field) dialog.setAttribute("aria-label", field.getAttribute("aria-label") || field.placeholder);
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
