/**
 * Which view is shown. The history is in memory: no address is ever shown, kept or sent. What is not asked for every day is
 * read when it is asked for, so that the start has less to read.
 */
import { createMemoryHistory, createRouter, type RouteComponent } from "vue-router";
import type { Step } from "@/bindings/wire";
import CallStep from "@/case/call/CallStep.vue";
import CaseStart from "@/case/CaseStart.vue";
import CaseView from "@/case/CaseView.vue";
import ClosingStep from "@/case/closing/ClosingStep.vue";
import ConsentStep from "@/case/consent/ConsentStep.vue";
import FollowUpStep from "@/case/follow_up/FollowUpStep.vue";
import MeetingStep from "@/case/meeting/MeetingStep.vue";
import NeedStep from "@/case/need/NeedStep.vue";
import { pages } from "@/case/places";
import PlanStep from "@/case/plan/PlanStep.vue";
import PreparationStep from "@/case/preparation/PreparationStep.vue";
import YesStep from "@/case/yes/YesStep.vue";
import PersonPage from "@/person/PersonPage.vue";
import PersonsView from "@/person/PersonsView.vue";
import WorklistView from "@/worklist/WorklistView.vue";

/** What a case shows, by the code of its step or the name of its page. */
const inCase: Record<Step | (typeof pages)[number], RouteComponent | (() => Promise<RouteComponent>)> = {
    need: NeedStep,
    yes: YesStep,
    preparation: PreparationStep,
    consent: ConsentStep,
    call: CallStep,
    meeting: MeetingStep,
    plan: PlanStep,
    follow_up: FollowUpStep,
    closing: ClosingStep,
    braid: () => import("@/case/braid/BraidPage.vue"),
    documents: () => import("@/case/documents/DocumentsPage.vue"),
    handing: () => import("@/case/handing/HandingPage.vue"),
    history: () => import("@/case/history/HistoryPage.vue"),
    access: () => import("@/case/access/AccessPage.vue"),
};

export const router = createRouter({
    history: createMemoryHistory(),
    routes: [
        { path: "/", name: "worklist", component: WorklistView },
        { path: "/contacts", name: "contacts", component: () => import("@/contact/ContactsView.vue") },
        { path: "/contacts/:id", name: "contact", component: () => import("@/contact/ContactPage.vue") },
        { path: "/persons", name: "persons", component: PersonsView },
        { path: "/persons/:id", name: "person", component: PersonPage },
        { path: "/catalogue", name: "catalogue", component: () => import("@/catalogue/CatalogueView.vue") },
        { path: "/catalogue/demarcation", name: "demarcation", component: () => import("@/catalogue/DemarcationView.vue") },
        { path: "/statistics", name: "statistics", component: () => import("@/statistics/StatisticsView.vue") },
        { path: "/statistics/year", name: "statistics-tables", component: () => import("@/statistics/TablesView.vue") },
        { path: "/statistics/county", name: "county", component: () => import("@/statistics/CountyView.vue") },
        { path: "/knowledge", name: "knowledge", component: () => import("@/knowledge/KnowledgeView.vue") },
        { path: "/knowledge/:page", name: "knowledge-page", component: () => import("@/knowledge/KnowledgePageView.vue") },
        { path: "/tour", name: "tour", component: () => import("@/help/TourView.vue") },
        { path: "/accessibility", name: "accessibility", component: () => import("@/help/AccessibilityView.vue") },
        { path: "/settings", name: "settings", component: () => import("@/store/SettingsView.vue") },
        { path: "/settings/log", name: "log-review", component: () => import("@/store/LogReviewView.vue") },
        { path: "/settings/disposal", name: "disposal", component: () => import("@/disposal/DisposalView.vue") },
        {
            path: "/case/:id",
            component: CaseView,
            children: [
                { path: "", name: "case", component: CaseStart },
                ...Object.entries(inCase).map(([step, component]) => ({ path: step, name: `case-${step}`, component })),
            ],
        },
    ],
});
