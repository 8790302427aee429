
// The text to begin an item with, taken along with one press.
(function () {
  "use strict";

  window.krEachPage(function () {
    document.querySelectorAll("[data-kr-take]").forEach(function (button) {
      if (!button.hidden) return;
      button.hidden = false;
      var block = button.parentNode.querySelector("pre");
      button.addEventListener("click", function () {
        var done = navigator.clipboard ? navigator.clipboard.writeText(block.textContent) : Promise.reject();
        done.then(function () { tell(button); }, function () { window.getSelection().selectAllChildren(block); });
      });
    });
  });

  function tell(button) {
    button.parentNode.querySelector("[role=status]").textContent = button.dataset.krTake;
  }
})();
