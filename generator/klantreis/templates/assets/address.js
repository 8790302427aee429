// The state of a page, kept in its address: ?stage=lead,prospect&words=offerte&sort=-status
(function () {
  "use strict";

  // Returns the values by name. A bare comma stands between values, a coded one (%2C) within one.
  function read() {
    const found = new Map();
    location.search.replace(/^\?/, "").split("&").forEach((part) => {
      const [name, ...rest] = part.split("=");
      const values = rest.join("=").split(",").map(decoded).filter(Boolean);
      if (name && values.length) found.set(decoded(name), [...(found.get(decoded(name)) || []), ...values]);
    });
    return found;
  }

  // Puts `state` (values by name) in the address, and leaves alone what is not in `names`.
  function write(state, names, isStep) {
    const others = location.search.replace(/^\?/, "").split("&")
      .filter((part) => part && !names.includes(decoded(part.split("=")[0])));
    const own = [...state].filter(([, values]) => values.length)
      .map(([name, values]) => `${coded(name)}=${values.map(coded).join(",")}`);
    const query = [...own, ...others].join("&");
    if (query === location.search.replace(/^\?/, "")) return;
    const url = location.pathname + (query ? `?${query}` : "") + location.hash;
    try {
      if (isStep) history.pushState(history.state, "", url);
      else history.replaceState(history.state, "", url);
    } catch (error) {
      // Some browsers keep the address of a file as it is; the page itself works on.
    }
  }

  function decoded(text) {
    const spaced = text.replace(/\+/g, " ");
    try {
      return decodeURIComponent(spaced);
    } catch (error) {
      return spaced;
    }
  }

  function coded(text) {
    return encodeURIComponent(text).replace(/%20/g, "+").replace(/%2F/g, "/");
  }

  window.klantreis = { address: { read, write, coded } };
})();
