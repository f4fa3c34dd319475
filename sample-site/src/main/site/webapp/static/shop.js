/* Small comforts; every form works without them. */
"use strict";

/* Sorting happens on choosing. */
document.querySelectorAll("form[data-auto]").forEach((form) => {
  form.querySelector("button").hidden = true;
  form.addEventListener("change", () => form.submit());
});

/* Filters are open beside the products, and folded away above them on a small screen. */
const sheet = document.querySelector("details.sheet");
if (sheet && window.matchMedia("(max-width: 54rem)").matches) {
  sheet.open = false;
}

/* Combinations that are sold out cannot be chosen. data-stock: one line per combination in stock, values parted by |. */
document.querySelectorAll("form[data-stock]").forEach((form) => {
  const inStock = form.dataset.stock.split("\n").map((line) => line.split("|"));
  const options = [...form.querySelectorAll("fieldset")].map((set) => [...set.querySelectorAll("input")]);
  const hint = form.querySelector("[data-hint]");
  if (options.length < 2) {
    return;
  }
  const update = () => {
    const chosen = options.map((inputs) => (inputs.find((input) => input.checked) || {}).value);
    options.forEach((inputs, place) => {
      inputs.forEach((input) => {
        const possible = inStock.some((values) => values.every((value, other) =>
          other === place ? value === input.value : !chosen[other] || value === chosen[other]));
        input.closest("label").classList.toggle("gone", !possible);
      });
    });
    const complete = chosen.every(Boolean);
    const gone = complete && !inStock.some((values) => values.every((value, place) => value === chosen[place]));
    form.querySelector("button").disabled = gone;
    if (hint) {
      hint.hidden = !gone;
      hint.textContent = gone ? chosen.join(" / ") + " is sold out. Please choose another combination." : "";
    }
  };
  if (hint) {
    hint.setAttribute("role", "status");
  }
  form.addEventListener("change", update);
  update();
});

/* The checkout's total follows the chosen delivery. */
document.querySelectorAll("input[data-total]").forEach((input) => {
  input.addEventListener("change", () => {
    document.querySelector("[data-show=delivery]").textContent = input.dataset.delivery;
    document.querySelector("[data-show=total]").textContent = input.dataset.total;
  });
});

/* A form is sent once. */
document.querySelectorAll("form[method=post]").forEach((form) => {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = "sent";
  });
});
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));
