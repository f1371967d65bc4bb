/** Whether the window has room for something, followed while a component stands on the page. */
import { onBeforeUnmount, ref, type Ref } from "vue";

/** `query` is a media query, such as `(min-width: 60rem)`. */
export function useRoom(query: string): Readonly<Ref<boolean>> {
    const room = window.matchMedia(query);
    const enough = ref(room.matches);
    function measure(): void {
        enough.value = room.matches;
    }
    room.addEventListener("change", measure);
    onBeforeUnmount(() => room.removeEventListener("change", measure));
    return enough;
}
