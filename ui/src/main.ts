import "@fkui/theme-default/dist/fkui-css-variables.css";
import "@fkui/design/lib/fkui.min.css";
import "@fontsource-variable/inter/wght.css";
import "@/theme/tokens.css";
import "@/theme/base.css";
import "@/theme/fields.css";
import "@/theme/parts.css";
import "@/theme/shell.css";
import "@/theme/pages.css";
import "@/theme/plan.css";
import { TranslationPlugin, ValidationPlugin } from "@fkui/vue";
import { createApp } from "vue";
import App from "@/App.vue";
import icons from "@/parts/icons.svg?raw";
import { router } from "@/router";

document.body.insertAdjacentHTML("afterbegin", icons);
createApp(App).use(TranslationPlugin).use(ValidationPlugin).use(router).mount("#app");
