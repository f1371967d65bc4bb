"""Counts the same figures as the program from the same cases, written apart from it.

Usage: statistics.py CASES CONTACTS PROFILE DEFINITIONS TODAY

CASES holds a case as JSON in each line, and CONTACTS a first contact. Prints the sums of every definition as JSON, in the order of definition and column.
Only the standard library is used.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from datetime import date, timedelta
from functools import partial

SUBSTANCES = {"alcohol", "cannabis", "opioids", "stimulants", "benzodiazepines", "new_substances", "doping"}
STEPS = {"much_worse": -2, "worse": -1, "unchanged": 0, "partly": 1, "reached": 2}
THERE = {"came", "left"}


def day(text):
    """The date that starts a timestamp, or that was typed."""
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)", (text or "").strip())
    return date(*map(int, found.groups())) if found else None


def yes(value):
    return "yes" if value else "no"


def days(start, end):
    if start is None or end is None or end < start:
        return None
    return (end - start).days


def spelt(typed, names):
    typed = typed.strip().lower()
    if not typed:
        return "unknown"
    return next((name for name in names if name.lower() == typed), "other")


def limit(number, most):
    if most is None:
        return "no_limit"
    return "unknown" if number is None else yes(number <= most)


class Counting:
    def __init__(self, cases, profile, today):
        self.cases, self.profile, self.today = cases, profile, today
        self.facts = defaultdict(list)
        self.first_ever, self.first_in_year = {}, {}
        for case in sorted(cases, key=lambda case: (case["opened_at"], case["id"])):
            person = case["person"]["id"]
            self.first_ever.setdefault(person, case["id"])
            self.first_in_year.setdefault((person, case["opened_at"][:4]), case["id"])
        for case in cases:
            self.case(case)

    def born(self, case):
        identity = case["person"]["identity"]
        if identity["kind"] == "reservnummer":
            return day(case["person"]["born_on"])
        number = identity["value"]
        in_month = int(number[6:8])
        return date(int(number[:4]), int(number[4:6]), in_month - 60 if in_month > 60 else in_month)

    def age(self, case, on):
        born = self.born(case)
        if born is None:
            return None
        return on.year - born.year - ((on.month, on.day) < (born.month, born.day))

    def add(self, case, fact, on, **columns):
        age = self.age(case, on)
        bands = [(12, "0_12"), (17, "13_17"), (20, "18_20"), (24, "21_24"), (29, "25_29"), (64, "30_64"), (999, "65_plus")]
        band = "unknown" if age is None else next(name for most, name in bands if age <= most)
        identity = case["person"]["identity"]
        sex = "unknown" if identity["kind"] == "reservnummer" else ("woman", "man")[int(identity["value"][-2]) % 2]
        hidden = case["person"]["protection"] not in (None, "none") or case["home_is_protected"]
        place = "unknown" if hidden else spelt(case["person"]["municipality"], self.profile["municipalities"])
        frame = dict(year=str(on.year), municipality=place, age_band=band, sex=sex)
        frame.update(area=case["need"]["main_area"] or "unknown", plan_type=case["plan_type"])
        self.facts[fact].append({**frame, **columns})

    def case(self, case):
        annulled = {annulment["record"] for annulment in case["annulments"]}
        self.opening(case, annulled)
        self.calls(case)
        self.meetings(case)
        self.plans(case)
        self.follow_ups(case)
        self.ending(case, annulled)

    def opening(self, case, annulled):
        on, need, person = day(case["opened_at"]), case["need"], case["person"]["id"]
        areas = set(need["areas"]) | ({need["main_area"]} if need["main_area"] else set())
        taken = len(areas & SUBSTANCES)
        addicted = taken or "gambling" in areas
        answers = [answer["answer"] for answer in case["sip_yeses"] if answer["given_by"] is None]
        guarantee = day(need["guarantee_on"])
        others = any(plan["kind"] or plan["text"].strip() for plan in case["other_plans"])
        self.add(
            case,
            "case",
            on,
            first_in_year=yes(self.first_in_year[person, case["opened_at"][:4]] == case["id"]),
            mixed_use=yes(taken > 1) if taken else "none",
            comorbidity=yes("mental_health" in areas) if addicted else "none",
            answer=answers[-1] if answers else "unknown",
            other_plans=yes(others),
            guarantee="none" if guarantee is None else ("passed" if guarantee < on else "runs"),
            first_age=self.age(case, on) if self.first_ever[person] == case["id"] else None,
            waited=days(day(need["waiting_since"]), on),
        )
        for area in areas:
            self.add(case, "need_area", on, problem=area, main=yes(area == need["main_area"]))
        for offer in case["offers"]:
            if offer["id"] not in annulled:
                self.add(case, "offer", day(offer["on"]), kind=offer["kind"], outcome=offer["outcome"])

    def contact(self, contact):
        typed = ["caller", "caller_phone", "first_name", "last_name", "identity", "phone", "about", "seeking_since", "outcome_words"]
        chosen = ["areas", "who", "outcome", "case"]
        if not any(contact[field].strip() for field in typed) and not any(contact[field] for field in chosen):
            return
        on = day(contact["came_on"]) or day(contact["entered_at"])
        outcome = contact["outcome"] or ("case" if contact["case"] else None)
        waited = days(on, day(contact["answered_on"])) if outcome else None
        add = partial(self.add, next((case for case in self.cases if case["id"] == contact["case"]), None) or self.nobody(contact))
        add("contact", on, who=contact["who"] or "unknown", outcome=outcome or "waiting", waited=waited)
        for area in set(contact["areas"]):
            add("contact_area", on, problem=area)

    def nobody(self, contact):
        """What is known of somebody who has no case, in the shape of one."""
        number = re.sub(r"\D", "", contact["identity"])
        known = len(number) == 12
        identity = dict(kind="personnummer", value=number) if known else dict(kind="reservnummer", value="")
        person = dict(identity=identity, born_on="", protection=None, municipality="")
        area = contact["areas"][0] if len(contact["areas"]) == 1 else None
        return dict(person=person, home_is_protected=False, need=dict(main_area=area), plan_type="unknown")

    def first_called(self, case):
        called = [day(call["at"]) for call in case["calls"] if call["kind"] == "called" and call["occasion"] != "cancelled"]
        return min(called, default=None)

    def principal(self, case, party):
        for other in case["parties"]:
            if other["id"] == party:
                own = other["principal"] if other["kind"] == "private" else other["kind"]
                return own if own in ("municipality", "region") else "none"
        return "none"

    def calls(self, case):
        first = self.first_called(case)
        if first:
            waited = days(day(case["need"]["seen_on"]), first)
            self.add(case, "first_call", first, from_need=waited, limit=limit(waited, self.profile["limits"]["need_to_call"]))
        grounds = {ground["id"]: ground for ground in case["grounds"]}
        seen = set()
        for call in case["calls"]:
            if call["kind"] == "letter" or call["occasion"] == "cancelled" or call["party"] is None:
                continue
            if (call["meeting"], call["party"]) in seen:
                continue
            seen.add((call["meeting"], call["party"]))
            ground = grounds.get(call["ground"])
            rests = "none"
            if ground and day(ground["on"]) <= day(call["at"]):
                rests = "consent" if ground["basis"] == "consent" else "other"
            principal = self.principal(case, call["party"])
            self.add(case, "called", day(call["at"]), ground=rests, principal=principal)

    def marks(self, case, meeting):
        newest = {}
        for mark in case["presences"]:
            if mark["meeting"] == meeting:
                newest[mark["party"], mark["name"]] = mark["mark"]
        return newest

    def held(self, case, meeting):
        marks = self.marks(case, meeting["id"])
        return day(meeting["held_on"]) if THERE & set(marks.values()) else None

    def meetings(self, case):
        units = [unit["unit"] for unit in self.profile["units"]]
        for meeting in case["meetings"]:
            on = self.held(case, meeting)
            if on is None:
                continue
            marks = self.marks(case, meeting["id"])
            for party in case["parties"]:
                calls = [call for call in case["calls"] if call["meeting"] == meeting["id"] and call["party"] == party["id"]]
                if not calls or calls[-1]["kind"] != "called" or calls[-1]["occasion"] == "cancelled":
                    continue
                own = [mark for (who, _), mark in marks.items() if who == party["id"]]
                order = ["came", "left", "absent_notified", "absent_silent"]
                outcome = next((mark for mark in order if mark in own), "unknown")
                outcome = "came" if outcome == "left" else outcome
                principal = self.principal(case, party["id"])
                self.add(case, "attendance", on, outcome=outcome, principal=principal, unit=spelt(party["unit"], units))
        self.first_meeting(case)

    def first_meeting(self, case):
        cancelled = set()
        for mark in case["meeting_marks"]:
            cancelled.discard(mark["meeting"])
            if mark["mark"] == "cancelled":
                cancelled.add(mark["meeting"])
        firsts = [meeting for meeting in case["meetings"] if meeting["kind"] == "first"]
        meeting = next((first for first in firsts if first["id"] not in cancelled), firsts[0] if firsts else None)
        on = self.held(case, meeting) if meeting else None
        if on is None:
            return
        kinds = {party["id"]: party["kind"] for party in case["parties"]}
        there = {who for (who, _), mark in self.marks(case, meeting["id"]).items() if mark in THERE}
        close = {kinds.get(who) for who in there if who}
        asked = case["preparation"]
        words = meeting["own_words"] + asked["important"] + asked["works"] + asked["hard"] + asked["change"]
        if None in there:
            person = meeting["form"] or "room"
        elif "representative" in close:
            person = "representative"
        else:
            person = "own_words" if words.strip() else "no"
        age = self.age(case, on)
        child = age is not None and age < 18
        from_need = days(day(case["need"]["seen_on"]), on)
        self.add(
            case,
            "first_meeting",
            on,
            from_need=from_need,
            from_call=days(self.first_called(case), on),
            limit=limit(from_need, self.profile["limits"]["need_to_meeting"]),
            person=person,
            child_view=yes(case["child"]["opinion"].strip()) if child else "adult",
            relative=yes(close & {"relative", "guardian"}),
            interpreter=yes(meeting["interpreter"].strip()),
        )

    def plans(self, case):
        types = {measure["id"]: measure["action"] for measure in case["measures"]}
        of_year = {}
        for version in sorted(case["versions"], key=lambda version: version["number"]):
            of_year[version["at"][:4]] = version
        for version in of_year.values():
            plan, on = json.loads(version["content"]), day(version["at"])
            measures = [(measure["text"].strip().lower(), types.get(measure["id"]), measure["principal"]) for measure in plan["measures"]]
            double = any(
                one[2] != other[2] and (one[0] == other[0] or one[1] and one[1] == other[1])
                for place, one in enumerate(measures)
                for other in measures[:place]
            )
            met = plan["meeting"] and day(plan["meeting"]["on"])
            self.add(
                case,
                "plan",
                on,
                overall=plan["overall"] or "unknown",
                follow_up=yes(plan["follow_up"]),
                double=yes(double),
                others=yes(plan["other_measures"]),
                read_back=plan["read_back"] or "unknown",
                from_meeting=days(met, on) if version["number"] == 1 else None,
                measures=len(measures),
            )
            for _, kind, principal in measures:
                self.add(case, "measure", on, type=kind or "unknown", coded=yes(kind), principal=principal or "none")

    def follow_ups(self, case):
        held = sorted(case["follow_ups"], key=lambda done: (done["on"], done["at"]))
        for version in case["versions"]:
            plan = json.loads(version["content"])
            if not plan["follow_up"]:
                continue
            due = day(plan["follow_up"]["on"])
            later = [other for other in case["versions"] if other["number"] > version["number"] and day(other["at"]) < due]
            closed = [closing for closing in case["closings"] if day(closing["on"]) < due]
            if due + timedelta(14) >= self.today or later or closed:
                continue
            kept = "not_held"
            if any(abs((day(done["on"]) - due).days) <= 14 for done in held):
                kept = "in_time"
            elif any(day(done["on"]) > day(version["at"]) for done in held):
                kept = "another_day"
            self.add(case, "follow_up_due", due, kept=kept)
        of_year, first = {}, {}
        for done in held:
            of_year[done["on"][:4]] = done
            self.add(case, "follow_up", day(done["on"]), outcome=done["outcome"])
            for goal in done["sheet"]["goals"]:
                if goal["scale"]:
                    first.setdefault(goal["id"], (done["id"], goal["scale"]))
        for done in of_year.values():
            on = day(done["on"])
            for goal in done["sheet"]["goals"]:
                if not goal["scale"]:
                    continue
                when, scale = first[goal["id"]]
                steps = None if when == done["id"] else STEPS[goal["scale"]] - STEPS[scale]
                change = "rated_once" if steps is None else "better" if steps > 0 else "worse" if steps < 0 else "same"
                self.add(case, "goal", on, scale=goal["scale"], own_scale=goal["own_scale"] or "unknown", change=change)
            for measure in done["sheet"]["measures"]:
                state, principal = measure["state"] or "unknown", measure["principal"] or "none"
                self.add(case, "measure_state", on, state=state, principal=principal)

    def ending(self, case, annulled):
        fixed = min((day(version["at"]) for version in case["versions"]), default=None)
        for closing in case["closings"]:
            on = day(closing["on"])
            self.add(case, "closing", on, reason=closing["reason"], life=days(fixed, on))
        answers = {answer["deviation"]: day(answer["on"]) for answer in case["deviation_answers"]}
        for deviation in case["deviations"]:
            if deviation["id"] in annulled:
                continue
            on, answered = day(deviation["on"]), answers.get(deviation["id"])
            self.add(case, "deviation", on, kind=deviation["kind"], answered=yes(answered), to_answer=days(on, answered))
        for evaluation in case["evaluations"]:
            if evaluation["id"] in annulled:
                continue
            for question in ["informed", "could_say", "right_people", "clear_who", "felt_safe"]:
                if evaluation[question] is not None:
                    columns = dict(question=question, evaluator=evaluation["evaluator"], grade=evaluation[question])
                    self.add(case, "grade", day(evaluation["at"]), **columns)


def split(measure, row):
    """The class of a row, and its number where numbers are kept."""
    (kind, how), = measure.items()
    if kind == "count":
        return (row[how["across"]] if how.get("across") else "all"), None
    if kind == "share":
        code = row[how["column"]]
        return ("counted" if code in how["of"] else "rest" if code in how["rest"] else "outside"), None
    number = row[how["number"]]
    if kind in ("mean", "median"):
        return ("unknown" if number is None else "known"), number
    if number is None:
        return "unknown", None
    starts = how["from"]
    if number < starts[0]:
        return f"below_{starts[0]}", None
    for start, after in zip(starts, starts[1:]):
        if number < after:
            return f"{start}_to_{after - 1}", None
    return f"from_{starts[-1]}", None


def sums(definition, by, rows):
    years = {}
    for row in rows:
        code, number = split(definition["measure"], row)
        cell = years.setdefault(row["year"], {}).setdefault(row[by], {}).setdefault(code, {"count": 0})
        cell["count"] += 1
        if number is not None:
            numbers = cell.setdefault("numbers", Counter())
            numbers[str(number)] += 1
    return {"definition": definition["code"], "version": definition["version"], "by": by, "years": years}


def main():
    cases_file, contacts_file, profile_file, definitions_file, today = sys.argv[1:]
    with open(cases_file, encoding="utf-8") as lines:
        cases = [json.loads(line) for line in lines]
    with open(contacts_file, encoding="utf-8") as lines:
        contacts = [json.loads(line) for line in lines]
    with open(profile_file, encoding="utf-8") as file:
        profile = json.load(file)
    with open(definitions_file, encoding="utf-8") as file:
        definitions = json.load(file)
    counting = Counting(cases, profile, day(today))
    for contact in contacts:
        counting.contact(contact)
    counted = [sums(definition, by, counting.facts[definition["fact"]]) for definition in definitions for by in definition["by"]]
    counted.sort(key=lambda one: (one["definition"], one["version"], one["by"]))
    json.dump(counted, sys.stdout)


main()
