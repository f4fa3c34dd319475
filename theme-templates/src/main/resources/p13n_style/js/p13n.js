/* p13n: tells the shop which lists were in sight, what was chosen, how long a page was read. Stores nothing. */
(function (w, d, n) {
  "use strict";
  var me = d.querySelector("[data-p13n-to]");
  if (!me || n.globalPrivacyControl || !n.sendBeacon) {
    return;
  }
  var out = [], deepest = {}, sent = {}, timer, since = 0, spent = 0;
  var pageList = mine("page"), paths = (mine("paths") || "").split(" "), product = mine("product");

  function mine(name) {
    return me.getAttribute("data-p13n-" + name);
  }

  function up(element, name) {
    while (element && element.getAttribute && !element.getAttribute(name)) {
      element = element.parentNode;
    }
    return element && element.getAttribute ? element : null;
  }

  /* List and position of what is in a widget or links to a product of the page's own list. */
  function place(element) {
    var item = up(element, "data-p13n-item"), list = up(element, "data-p13n-list"), link = up(element, "href");
    if (list) {
      return item && [list.getAttribute("data-p13n-list"), +item.getAttribute("data-p13n-item")];
    }
    var at = pageList && link ? paths.indexOf(link.pathname) : -1;
    return at < 0 ? null : [pageList, at + 1];
  }

  function flush() {
    clearTimeout(timer);
    timer = 0;
    for (var id in deepest) {
      if (deepest[id] !== sent[id]) {
        out.push("s " + id + " " + (sent[id] = deepest[id]));
      }
    }
    if (out.length) {
      n.sendBeacon(mine("to"), "1 " + mine("token") + "\n" + out.splice(0, 60).join("\n"));
    }
  }

  function read(event) {
    if (d.visibilityState === "visible" && event.type !== "pagehide") {
      since = since || Date.now();
      return;
    }
    spent += since && Date.now() - since;
    since = 0;
    var seconds = Math.min(3600, Math.round(spent / 1000));
    if (product && seconds) {
      out.push("d " + product + " " + seconds);
      spent = 0;
    }
    flush();
  }

  d.addEventListener("visibilitychange", read);
  w.addEventListener("pagehide", read);
  read({});
  d.addEventListener("click", function (event) {
    var look = up(event.target, "data-p13n-look"), at = up(event.target, "href") && place(event.target);
    if (look || at) {
      out.push(look ? "q " + look.getAttribute("data-p13n-look") : "c " + at.join(" "));
      flush();
    }
  }, true);

  if (w.IntersectionObserver) {
    var eye = new w.IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        var target = entry.target, at = place(target);
        clearTimeout(target.p13n);
        target.p13n = entry.isIntersecting && setTimeout(function () {
          eye.unobserve(target);
          timer = timer || setTimeout(flush, 4000);
          deepest[at[0]] = Math.max(at[1], deepest[at[0]] || 0);
        }, 1000);
      });
    }, {threshold: 0.5});
    [].forEach.call(d.querySelectorAll("[data-p13n-item],a[href]"), function (element) {
      if (place(element)) {
        eye.observe(element);
      }
    });
  }
})(window, document, navigator);
