//! The rule of who may be told what, said again from the outside: read off the case as a page gets it, by none of the gate's code.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use serde_json::Value;

/// A case on a day.
pub(super) struct Oracle {
    case: Value,
    today: NaiveDate,
}

/// What somebody may be told.
#[derive(Debug, Clone, Default)]
pub(super) struct Told {
    /// The kinds of information that are open.
    pub(super) kinds: BTreeSet<String>,
    /// Lines that nobody has marked are open too.
    unmarked: bool,
    /// The party's own lines are open.
    own: bool,
    /// The kinds that are shut whatever else is open.
    denied: BTreeSet<String>,
}

/// What somebody asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Asked {
    ToAttend,
    ToRead,
    ANotice,
}

impl Told {
    /// Whether nothing is held back.
    pub(super) fn everything(&self) -> bool {
        self.unmarked && self.denied.is_empty()
    }

    /// Whether a line that is marked so goes to the party, whose own it may be.
    pub(super) fn has_line(&self, marks: &Value, own: bool) -> bool {
        let marks = strings(marks);
        if !marks.is_disjoint(&self.denied) {
            false
        } else if own && self.own {
            true
        } else if marks.is_empty() {
            self.unmarked
        } else {
            marks.is_subset(&self.kinds)
        }
    }

    fn or(mut self, other: Self) -> Self {
        self.kinds.extend(other.kinds);
        Self { unmarked: self.unmarked || other.unmarked, own: self.own || other.own, ..self }
    }

    fn and(self, other: &Self) -> Self {
        let kinds = self.kinds.intersection(&other.kinds).cloned().collect();
        Self { kinds, unmarked: self.unmarked && other.unmarked, own: self.own && other.own, ..self }
    }
}

fn strings(list: &Value) -> BTreeSet<String> {
    list.as_array().into_iter().flatten().map(|one| one.as_str().unwrap().to_owned()).collect()
}

impl Oracle {
    /// Of the case as the page has it now.
    pub(super) fn of(view: &Value) -> Self {
        Self { case: view["case"].clone(), today: view["today"].as_str().unwrap().parse().unwrap() }
    }

    /// What a party may be told; nothing where no ground opens anything.
    pub(super) fn told(&self, party: &Value, asked: Asked) -> Option<Told> {
        if asked == Asked::ToAttend && self.sip_was_taken_back() {
            return None;
        }
        let consents = self.consents(party, asked);
        let others = self.telling(self.grounds(party).filter(|ground| ground["basis"] != "consent").collect(), asked);
        if consents.is_none() && others.is_none() {
            return None;
        }
        let rests_on: Vec<&Value> = consents.iter().flatten().flatten().chain(others.iter().flatten()).copied().collect();
        let agreed = consents.unwrap_or_default().iter().map(|set| opened(set)).reduce(|all, one| all.and(&one)).unwrap_or_default();
        let told = agreed.or(opened(&others.unwrap_or_default()));
        let denied = self.denied(party, &rests_on);
        Some(Told { kinds: told.kinds.difference(&denied).cloned().collect(), denied, ..told })
    }

    /// A party's notice at discharge still stands.
    pub(super) fn gets_notice(&self, party: &Value, notice: &Value) -> bool {
        let standing = self.list("notices").find(|one| one["id"] == *notice && !self.annulled(one));
        standing.is_some_and(|one| one["parties"].as_array().unwrap().contains(party)) && self.told(party, Asked::ANotice).is_some()
    }

    fn list<'a>(&'a self, name: &str) -> impl DoubleEndedIterator<Item = &'a Value> + use<'a> {
        self.case[name].as_array().unwrap().iter()
    }

    fn grounds<'a>(&'a self, party: &'a Value) -> impl Iterator<Item = &'a Value> {
        self.list("grounds").filter(move |ground| ground["party"] == *party && !self.annulled(ground))
    }

    fn annulled(&self, record: &Value) -> bool {
        self.list("annulments").any(|each| each["record"] == record["id"])
    }

    fn is_child(&self, on: NaiveDate) -> bool {
        let digits = &self.case["person"]["identity"]["value"].as_str().unwrap()[..8];
        let born = NaiveDate::parse_from_str(digits, "%Y%m%d").unwrap();
        on < born.with_year(born.year() + 18).unwrap()
    }

    fn judgement(&self) -> Option<&Value> {
        self.list("consent_judgements").rfind(|judgement| !self.annulled(judgement))
    }

    /// Whose word the judgement asks for: guardians, and the child by a null.
    fn judged(&self) -> Option<Vec<Value>> {
        let judgement = self.judgement()?;
        let mut named = judgement["guardians"].as_array().unwrap().clone();
        if judgement["child"] == true || named.is_empty() {
            named.push(Value::Null);
        }
        Some(named)
    }

    /// The consents in force of each whose consent is needed; nothing where one of them has given none.
    fn consents<'a>(&'a self, party: &'a Value, asked: Asked) -> Option<Vec<Vec<&'a Value>>> {
        let givers = if self.is_child(self.today) {
            // Nobody consents to being told: a guardian who is the only one named consents after all.
            let named = self.judged()?;
            let others: Vec<Value> = named.into_iter().filter(|giver| giver != party).collect();
            if others.is_empty() { vec![party.clone()] } else { others }
        } else {
            vec![Value::Null]
        };
        givers.iter().map(|giver| self.telling(self.consents_by(party, giver), asked)).collect()
    }

    /// What somebody has consented to and not said no to since then.
    fn consents_by<'a>(&'a self, party: &'a Value, giver: &Value) -> Vec<&'a Value> {
        let mut said = Vec::new();
        for ground in self.grounds(party).filter(|ground| ground["basis"] == "consent" && ground["given_by"] == *giver) {
            if ground["answer"] == "no" { said.clear() } else { said.push(ground) }
        }
        said
    }

    /// Those that are in force today and let us tell; nothing where none does.
    fn telling<'a>(&'a self, grounds: Vec<&'a Value>, asked: Asked) -> Option<Vec<&'a Value>> {
        let date = |value: &Value| value.as_str().map(|text| text.parse::<NaiveDate>().unwrap());
        let withdrawn = |ground: &Value| {
            self.list("withdrawals").any(|each| each["ground"] == ground["id"] && date(&each["from"]).unwrap() <= self.today)
        };
        let lets = |ground: &&Value| {
            ground["answer"] == "yes"
                && ground["direction"] != "they_tell"
                && (asked == Asked::ANotice || ground["basis"] != "duty_to_inform")
                && date(&ground["valid_from"]).unwrap() <= self.today
                && date(&ground["valid_to"]).is_none_or(|last| self.today <= last)
                && !withdrawn(ground)
        };
        let telling: Vec<&Value> = grounds.into_iter().filter(lets).collect();
        let reaches = asked != Asked::ToAttend || telling.iter().any(|ground| ground["attends"] == true);
        (reaches && !telling.is_empty()).then_some(telling)
    }

    fn sip_was_taken_back(&self) -> bool {
        let asked = if self.is_child(self.today) { self.judged().unwrap_or_default() } else { Vec::new() };
        let taken_back = |giver: &Value| {
            let said: Vec<&Value> = self.list("sip_yeses").filter(|yes| yes["given_by"] == *giver).collect();
            said.last().is_some_and(|last| last["answer"] == "no") && said.iter().any(|yes| yes["answer"] == "yes")
        };
        taken_back(&Value::Null) || asked.iter().any(taken_back)
    }

    fn denied(&self, party: &Value, rests_on: &[&Value]) -> BTreeSet<String> {
        let mut denied = BTreeSet::new();
        let protected = |one: &Value| one["protection"].as_str().is_some_and(|level| level != "none");
        let to = self.list("parties").find(|one| one["id"] == *party).unwrap();
        let at_home = protected(to) && to["kind"] == "guardian" && to["lives_with"] == true;
        let named = |ground: &&Value| ground["scope"] == "kinds" && strings(&ground["kinds"]).contains("whereabouts");
        if (protected(&self.case["person"]) || self.list("parties").any(protected)) && !at_home && !rests_on.iter().any(named) {
            denied.insert("whereabouts".to_owned());
        }
        let mut judged = BTreeSet::new();
        for judgement in self.list("know_judgements").rev().filter(|one| one["guardian"] == *party && !self.annulled(one)) {
            let kind = judgement["kind"].as_str().unwrap().to_owned();
            if judged.insert(kind.clone()) && judgement["may_know"] == false && !self.opened_of_age(rests_on, &kind) {
                denied.insert(kind);
            }
        }
        denied
    }

    /// Whether the person, of age, has opened a kind by a consent that holds.
    fn opened_of_age(&self, rests_on: &[&Value], kind: &str) -> bool {
        let of_age = |ground: &&Value| !self.is_child(ground["on"].as_str().unwrap().parse().unwrap());
        let own = |ground: &&&Value| ground["basis"] == "consent" && ground["given_by"].is_null() && of_age(ground);
        !self.is_child(self.today) && rests_on.iter().filter(own).any(|ground| opened(&[*ground]).kinds.contains(kind))
    }
}

/// Every kind of information, as the program's own words for them count them.
const ALL: [&str; 12] = [
    "addiction",
    "mental_health",
    "medicine",
    "physical_health",
    "work",
    "schooling",
    "economy",
    "housing",
    "family",
    "practical",
    "test_results",
    "whereabouts",
];

/// What grounds open together. An exception holds within its own ground.
fn opened(grounds: &[&Value]) -> Told {
    let mut told = Told::default();
    for ground in grounds {
        let except = strings(&ground["except"]);
        let named = match ground["scope"].as_str().unwrap() {
            "whole_plan" => ALL.iter().map(|kind| (*kind).to_owned()).collect(),
            "kinds" => strings(&ground["kinds"]),
            _ => BTreeSet::new(),
        };
        told.kinds.extend(named.difference(&except).cloned());
        told.unmarked |= ground["scope"] == "whole_plan" && except.is_empty();
        told.own |= ground["scope"] != "stated";
    }
    told
}
