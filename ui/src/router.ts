/** Which view is shown. The history is in memory: no address is ever shown, kept or sent. */
import { createMemoryHistory, createRouter, type RouteComponent } from "vue-router";
import type { Step } from "@/bindings/wire";
import AccessPage from "@/case/access/AccessPage.vue";
import CallStep from "@/case/call/CallStep.vue";
import CaseStart from "@/case/CaseStart.vue";
import CaseView from "@/case/CaseView.vue";
import ClosingStep from "@/case/closing/ClosingStep.vue";
import ConsentStep from "@/case/consent/ConsentStep.vue";
import DocumentsPage from "@/case/documents/DocumentsPage.vue";
import FollowUpStep from "@/case/follow_up/FollowUpStep.vue";
import HandingPage from "@/case/handing/HandingPage.vue";
import HistoryPage from "@/case/history/HistoryPage.vue";
import MeetingStep from "@/case/meeting/MeetingStep.vue";
import NeedStep from "@/case/need/NeedStep.vue";
import { pages } from "@/case/places";
import PlanStep from "@/case/plan/PlanStep.vue";
import PreparationStep from "@/case/preparation/PreparationStep.vue";
import YesStep from "@/case/yes/YesStep.vue";
import PersonPage from "@/person/PersonPage.vue";
import PersonsView from "@/person/PersonsView.vue";
import StatisticsView from "@/statistics/StatisticsView.vue";
import TablesView from "@/statistics/TablesView.vue";
import LogReviewView from "@/store/LogReviewView.vue";
import SettingsView from "@/store/SettingsView.vue";
import DisposalView from "@/disposal/DisposalView.vue";
import WorklistView from "@/worklist/WorklistView.vue";

/** What a case shows, by the code of its step or the name of its page. */
const inCase: Record<Step | (typeof pages)[number], RouteComponent> = {
    need: NeedStep,
    yes: YesStep,
    preparation: PreparationStep,
    consent: ConsentStep,
    call: CallStep,
    meeting: MeetingStep,
    plan: PlanStep,
    follow_up: FollowUpStep,
    closing: ClosingStep,
    documents: DocumentsPage,
    handing: HandingPage,
    history: HistoryPage,
    access: AccessPage,
};

export const router = createRouter({
    history: createMemoryHistory(),
    routes: [
        { path: "/", name: "worklist", component: WorklistView },
        { path: "/persons", name: "persons", component: PersonsView },
        { path: "/persons/:id", name: "person", component: PersonPage },
        { path: "/statistics", name: "statistics", component: StatisticsView },
        { path: "/statistics/year", name: "statistics-tables", component: TablesView },
        { path: "/settings", name: "settings", component: SettingsView },
        { path: "/settings/log", name: "log-review", component: LogReviewView },
        { path: "/settings/disposal", name: "disposal", component: DisposalView },
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
