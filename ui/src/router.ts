/** Which view is shown. The history is in memory: no address is ever shown, kept or sent. */
import { createMemoryHistory, createRouter } from "vue-router";
import WorklistView from "@/worklist/WorklistView.vue";

export const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: "/", name: "worklist", component: WorklistView }],
});
