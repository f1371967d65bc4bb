/** Who may write the county's own pages. The store refuses others anyway: this keeps it off the screen. */
import { computed } from "vue";
import { may } from "@/store/roles";

export const mayWrite = computed(() => may("administrator") || may("coordinator"));
