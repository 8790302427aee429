// Shows what a marked passage is about: under the mouse, on its number by keyboard, or when it is tapped.
(function () {
  "use strict";

  var bubble = null;
  var owner = null;

  function target(event) {
    return event.target.closest ? event.target.closest(".kr-mark, .kr-ref") : null;
  }

  function show(mark) {
    var messages = (mark.dataset.krFindings || "").split(" ").map(function (number) {
      var message = document.querySelector("#kr-f-" + number + " .kr-remark-text");
      return message ? message.textContent : "";
    }).filter(Boolean);
    if (!messages.length || mark === owner) return;
    hide();
    owner = mark;
    bubble = document.createElement("div");
    bubble.className = "kr-bubble";
    bubble.setAttribute("role", "tooltip");
    messages.forEach(function (message) {
      var line = document.createElement("p");
      line.textContent = message;
      bubble.appendChild(line);
    });
    bubble.addEventListener("mouseleave", left);
    document.body.appendChild(bubble);
    place(mark);
  }

  // Under the first line of the passage, within the window; above it where there is no room below.
  function place(mark) {
    var line = mark.getClientRects()[0] || mark.getBoundingClientRect();
    var left = Math.max(8, Math.min(line.left, document.documentElement.clientWidth - bubble.offsetWidth - 8));
    var below = line.bottom + bubble.offsetHeight + 4 < window.innerHeight;
    bubble.style.left = left + window.scrollX + "px";
    bubble.style.top = (below ? line.bottom + 4 : line.top - bubble.offsetHeight - 4) + window.scrollY + "px";
  }

  function hide() {
    if (bubble) bubble.remove();
    bubble = owner = null;
  }

  // The mouse may go from the passage to its message without losing it.
  function left(event) {
    var to = event.relatedTarget;
    var stays = to && to.closest && (to.closest(".kr-bubble") || to.closest(".kr-mark, .kr-ref") === owner);
    if (!stays && document.activeElement !== owner) hide();
  }

  document.addEventListener("mouseover", function (event) { if (target(event)) show(target(event)); });
  document.addEventListener("mouseout", function (event) { if (owner && target(event) === owner) left(event); });
  document.addEventListener("focusin", function (event) { if (target(event)) show(target(event)); else hide(); });
  document.addEventListener("click", function (event) {
    var mark = target(event);
    if (mark) show(mark);
    else if (!event.target.closest(".kr-bubble")) hide();
  });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") hide(); });
  window.addEventListener("hashchange", hide);
  window.krEachPage(hide);
})();
