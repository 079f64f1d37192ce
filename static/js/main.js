// What every page starts. A page works without any of it.

import { startArticles } from "./articles.js";
import { startBulk } from "./bulk.js";
import { Desk } from "./desk/desk.js";
import { startMenus } from "./menus.js";
import { startTheme } from "./theme.js";
import { startToasts } from "./toasts.js";

startTheme(document.querySelector("[data-theme-button]"));
startToasts();
startMenus();
startArticles();
startBulk();
const desk = document.querySelector("[data-desk]");
if (desk) new Desk(desk);
