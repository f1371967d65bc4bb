/** What units of each principal work with. */
import type { Activity } from "@/bindings/wire";
import type { FieldValue } from "@/field";

const ofMunicipality: Activity[] = ["social_services", "disability", "municipal_health_care", "school", "other"];
const ofRegion: Activity[] = ["primary_care", "psychiatry", "addiction_centre", "child_psychiatry", "hospital", "other"];

/** The activities of a principal; those of both while none is chosen. */
export function activities(principal: FieldValue | undefined): Activity[] {
    if (principal === "municipality") {
        return ofMunicipality;
    }
    return principal === "region" ? ofRegion : [...ofMunicipality.slice(0, -1), ...ofRegion];
}
