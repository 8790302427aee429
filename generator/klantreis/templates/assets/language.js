
// The switch of languages: the one in the header stays on the page too, and both keep what is filtered.
(function () {
  "use strict";

  function link() {
    document.querySelectorAll(".kr-languages a[hreflang]").forEach(function (here) {
      var header = document.querySelector('.md-select__link[hreflang="' + here.hreflang + '"]');
      if (header) header.href = here.href;
    });
  }

  document.addEventListener("click", function (event) {
    var place = event.target.closest && event.target.closest(".kr-languages a, .md-select__link[hreflang]");
    if (place) place.href = place.href.split(/[?#]/)[0] + location.search + location.hash;
  }, true);

  window.krEachPage(link);
})();
