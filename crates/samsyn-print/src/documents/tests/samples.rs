//! Every paper, as it is for case 1, for a child, at a discharge and by LSS: what the rules below are held against.
//!
//! A sample is called by the function that makes it, with what is special about it behind.

use super::child;
use super::*;
use crate::plot::{FigureCell, FigureKind, FigureRow, FigureTable};
use chrono::Datelike as _;
use samsyn_plan::access::{ReadOf, Reading};
use samsyn_plan::acts::*;
use samsyn_plan::catalogue::Unit;
use samsyn_plan::codes::*;
use samsyn_plan::disposal::{Disposal, DisposalCertificate, DisposalContact, DisposalLine, DisposalPeriod, DisposalPlan};
use samsyn_plan::drafts::{AgendaItem, Dissent, OtherPlan, Role};
use samsyn_plan::ids::{CallId, CaseId, ContactId, RecordId};
use samsyn_plan::places::Municipality;
use samsyn_plan::worklist::{Clock, ClockCode, Task, TaskCode, TaskWhen};

/// Every paper with a name of its own.
pub(super) fn samples() -> Vec<(&'static str, Document)> {
    let mut samples = Stage::new().all();
    samples.extend(of_a_child());
    samples.extend(of_other_plans());
    samples.extend(of_disposal());
    samples.extend(of_the_catalogue());
    samples.push(("page", of_knowledge()));
    samples.extend(of_statistics());
    samples
}

/// The figures of a year: a share, a count by two columns, a mean, and one of nothing; and those of a year in which nothing was.
fn of_statistics() -> Vec<(&'static str, Document)> {
    let told = |value: f64, words: &str, of: &str| FigureCell { value: Some(value), untold: false, words: words.into(), of: of.into() };
    let untold = |words: &str| FigureCell { value: None, untold: true, words: words.into(), of: String::new() };
    let row = |label: &str, cells: Vec<FigureCell>| FigureRow { label: label.into(), cells };
    let figure = |name: &str, means: &str, tables| StatisticsFigure {
        name: name.into(),
        means: means.into(),
        version: 1,
        since: day(0),
        source: "Uppföljning av det egna SIP-arbetet.".into(),
        tables,
    };
    let shares = FigureTable {
        by: "Efter kommun".into(),
        kind: FigureKind::Share,
        heads: vec!["Andel".into()],
        rows: vec![
            row("Berg", vec![told(66.7, "66,7 %", "20 av 30")]),
            row("Bräcke", vec![untold("för få")]),
            row("Härjedalen", vec![untold("visas inte")]),
            row("Östersund", vec![told(81.3, "81,3 %", "1\u{202f}013 av 1\u{202f}246")]),
            row("Alla", vec![told(80.4, "80,4 %", "1\u{202f}045 av 1\u{202f}300")]),
        ],
    };
    let areas = ["Alkohol", "Amfetamin och andra stimulantia", "Spel om pengar", "Inte angivet", "Alla"];
    let counts = FigureTable {
        by: "Efter huvudområde".into(),
        kind: FigureKind::Count,
        heads: ["Samtalsstöd", "Läkemedelsbehandling", "Boende", "Sysselsättning och arbete", "Kontaktperson", "Annat", "Alla"]
            .map(str::to_owned)
            .to_vec(),
        rows: areas
            .into_iter()
            .zip(1_u32..)
            .map(|(area, at)| {
                let cell = |column: u32| {
                    if (at + column).is_multiple_of(4) {
                        untold("färre än 5")
                    } else {
                        told(f64::from(at * 9 + column), &(at * 9 + column).to_string(), "")
                    }
                };
                row(area, (0..7).map(cell).collect())
            })
            .collect(),
    };
    let means = FigureTable {
        by: "Efter ålder".into(),
        kind: FigureKind::Number,
        heads: vec!["Medelvärde".into()],
        rows: vec![
            row("18–20 år", vec![told(2.4, "2,4", "19 räknade")]),
            row("30–64 år", vec![told(3.9, "3,9", "204 räknade")]),
            row("Alla", vec![told(3.7, "3,7", "223 räknade")]),
        ],
    };
    let nothing = FigureTable {
        by: "Efter kommun".into(),
        kind: FigureKind::Share,
        heads: vec!["Andel".into()],
        rows: vec![row("Alla", vec![FigureCell { value: None, untold: false, words: "–".into(), of: String::new() }])],
    };
    let groups = vec![
        StatisticsGroup {
            title: "Uppföljning och mål".into(),
            figures: vec![figure("Uppföljning när planen sa", "Andel av de dagar för uppföljning som hölls.", vec![shares])],
        },
        StatisticsGroup {
            title: "Planen och insatserna".into(),
            figures: vec![
                figure("Insatser efter slag", "Insatser i årets senaste plan, efter slag och huvudområde.", vec![counts]),
                figure("Insatser per plan", "Medelantal insatser i årets senaste plan.", vec![means]),
                figure("Planer med dubbelt arbete", "Andel av planerna där två gör samma sak.", vec![nothing]),
            ],
        },
    ];
    let year = StatisticsPaper { year: 2025, today: day(100), shown_below: 5, hurt: 0, groups };
    let unfinished = StatisticsPaper { year: day(100).year(), hurt: 2, groups: Vec::new(), ..year.clone() };
    let paper = |paper: &StatisticsPaper| statistics(Texts::swedish(), &organisation(), None, paper);
    vec![("statistics", paper(&year)), ("statistics_unfinished", paper(&unfinished))]
}

/// A page of kunskapsstöd.
fn of_knowledge() -> Document {
    let blocks =
        vec![Block::heading(2, "Samtycket är en fråga"), Block::text("Fråga om en part i taget, och säg att ett ja går att ta tillbaka.")];
    page(Texts::swedish(), &organisation(), None, "Samtycke", day(16), blocks)
}

/// Units that somebody can turn to: one of which all is known, and one of which hardly anything is.
fn of_the_catalogue() -> Vec<(&'static str, Document)> {
    let places = [Municipality { code: "2380".into(), name: "Östersund".into() }];
    let known = Unit {
        kind: Some(PartyKind::Municipality),
        organisation: "Östersunds kommun".into(),
        unit: "öppenvården Nexus".into(),
        phone: "063-14 00 00".into(),
        does: "Samtal och stöd för den som vill sluta dricka eller spela, och för närstående.".into(),
        does_not: "Skriver inte ut läkemedel: det gör hälsocentralen.".into(),
        ages_from: "18".into(),
        areas: vec![Area::Alcohol, Area::Gambling],
        municipality: "2380".into(),
        hours: "Måndag till fredag 8–16".into(),
        address: "Storgatan 5\n831 30 Östersund".into(),
        obstacles: "Tre trappsteg vid dörren. Ring på klockan, så kommer vi ut.".into(),
        digital: "Videosamtal går bra.".into(),
        web: "www.exempel.se/nexus".into(),
        email: "nexus@exempel.se".into(),
        approach: Some(Approach::SelfReferral),
        approach_note: "Ring först, så får du en tid inom en vecka.".into(),
        source: "Enhetschefen".into(),
        checked_on: "2027-01-04".into(),
        ..Unit::default()
    };
    let bare = Unit { unit: "RSMH".into(), ..Unit::default() };
    let paper = |chosen: &[Unit]| units(Texts::swedish(), &organisation(), None, chosen, &places, day(16));
    vec![("units", paper(&[known, bare])), ("units_none", paper(&[]))]
}

/// The papers of what is erased by the nämnd's plan.
fn of_disposal() -> Vec<(&'static str, Document)> {
    let organisation = organisation();
    let plan = DisposalPlan {
        reference: "SN 2025/0123".into(),
        adopted_on: Some(day(0)),
        social_services_years: Some(5),
        ..DisposalPlan::default()
    };
    let line = |number: u128, late, hindrances| {
        let period = DisposalPeriod { from: day(30), by: Some(day(90)) };
        let disposal = Disposal { period: Some(period), hindrances };
        DisposalLine { case: CaseId(id(number)), number: format!("SIP-2021-{number:04}"), last_entry: day(2), disposal, late }
    };
    let due = line(1, true, Vec::new()).disposal;
    let contact = DisposalContact { contact: ContactId(id(7)), last_entry: day(2), disposal: due, late: false };
    let lines = [line(1, true, Vec::new()), line(2, false, vec![Hindrance::Held, Hindrance::ArchiveCopyMissing])];
    let list = |plan: &DisposalPlan, lines: &[DisposalLine], contacts: &[DisposalContact]| {
        disposal_list(Texts::swedish(), &organisation, None, plan, (lines, contacts), day(100))
    };
    let certificate = DisposalCertificate {
        id: RecordId(id(0x300)),
        at: day(100).and_hms_opt(9, 0, 0).unwrap().and_utc(),
        by: "Bo Ek".into(),
        title: "arkivarie".into(),
        controller: organisation.controller.clone(),
        unit: organisation.unit.clone(),
        reference: plan.reference.clone(),
        adopted_on: day(0),
        years: 5,
        first_year: 2021,
        last_year: 2022,
        cases: 2,
        people: 1,
        files: 3,
        rows: 412,
        contacts: 0,
    };
    let of_contacts = DisposalCertificate { cases: 0, people: 0, files: 0, rows: 9, contacts: 1, ..certificate.clone() };
    vec![
        ("disposal_list", list(&plan, &lines, &[contact])),
        ("disposal_list_empty", list(&plan, &[], &[])),
        ("disposal_list_no_plan", list(&DisposalPlan::default(), &[], &[])),
        ("disposal_certificate", disposal_certificate(Texts::swedish(), &organisation, None, &certificate, day(100))),
        ("disposal_certificate_contacts", disposal_certificate(Texts::swedish(), &organisation, None, &of_contacts, day(100))),
    ]
}

/// The papers that say something else where the plan is a child's.
fn of_a_child() -> Vec<(&'static str, Document)> {
    let stage = child::stage();
    let source = stage.source();
    vec![
        ("sip_yes_child", sip_yes(&source)),
        ("consents_child", consents(&source)),
        ("braid_child", braid(&source).unwrap()),
        ("plan_version_child", plan_version(&source, &stage.case.versions[0]).unwrap()),
        ("plan_copy_child", stage.copy(SISTER)),
        ("own_page_child_said", own_page(&source, &stage.case.versions[0], Wording::Child).unwrap()),
        ("whole_file_child", whole_file(&source)),
    ]
}

/// The papers that name the kind of plan.
fn of_other_plans() -> Vec<(&'static str, Document)> {
    let discharge = discharge();
    let lss = Stage::new().changed(|case| case.plan_type = PlanType::Lss);
    vec![
        ("call_discharge", discharge.call(CLINIC)),
        ("plan_version_discharge", plan_version(&discharge.source(), &discharge.case.versions[0]).unwrap()),
        ("letter_lss", lss.letter()),
        ("plan_version_lss", plan_version(&lss.source(), &lss.case.versions[0]).unwrap()),
    ]
}

/// The case as a SIP at discharge, with the law of it.
pub(super) fn discharge() -> Stage {
    let mut stage = Stage::new().changed(|case| {
        case.plan_type = PlanType::SipDischarge;
        case.plan_frame.care_contact = "Stig Rönnbäck".into();
        case.plan_frame.care_contact_phone = "0926-740 00".into();
    });
    let law =
        |subject, citation: &str| LawReference { subject, citation: citation.into(), from: day(0) - chrono::Days::new(3000), to: None };
    stage.law.push(law(LawSubject::DischargeNotice, "2 kap. 3 § och 3 kap. lagen (2017:612)"));
    stage.law.push(law(LawSubject::DischargeCall, "4 kap. 3 § lagen (2017:612)"));
    stage
}

impl Stage {
    /// The same with something else in the case.
    pub(super) fn changed(&self, change: impl FnOnce(&mut Case)) -> Self {
        let mut stage = self.clone();
        change(&mut stage.case);
        stage
    }

    /// A paper of each kind, made from this stage.
    pub(super) fn all(&self) -> Vec<(&'static str, Document)> {
        [self.before_the_meeting(), self.of_the_plan(), self.afterwards(), self.of_the_unit()].concat()
    }

    fn before_the_meeting(&self) -> Vec<(&'static str, Document)> {
        let source = self.source();
        let cancelled = self.cancelled();
        let changed = self.called_elsewhere();
        let reminded = self.reminded();
        vec![
            ("sip_yes", sip_yes(&source)),
            ("preparation", preparation(&source)),
            ("child_sheet", child_sheet(&source)),
            ("consents", consents(&source)),
            ("call_clinic", self.call(CLINIC)),
            ("call_care_centre", self.call(CARE_CENTRE)),
            ("call_sister", self.call(SISTER)),
            ("call_association", self.call(ASSOCIATION)),
            ("call_changed", changed.call(CLINIC)),
            ("call_reminder", reminded.call(CLINIC)),
            ("call_cancelled", cancelled.call(CLINIC)),
            ("letter", self.letter()),
            ("letter_changed", changed.letter()),
            ("letter_cancelled", cancelled.letter()),
        ]
    }

    fn of_the_plan(&self) -> Vec<(&'static str, Document)> {
        let source = self.source();
        let [first, second] = [&self.case.versions[0], &self.case.versions[1]];
        vec![
            ("plan_draft", plan_draft(&source)),
            ("plan_version", plan_version(&source, first).unwrap()),
            ("plan_version_drawn", plan_version(&self.drawn().source(), first).unwrap()),
            ("difference", difference(&source, first, second).unwrap()),
            ("braid", braid(&source).unwrap()),
            ("braid_draft", braid(&self.unfixed().source()).unwrap()),
            ("own_page", own_page(&source, second, Wording::Plain).unwrap()),
            ("own_page_easy", own_page(&source, second, Wording::Easy).unwrap()),
            ("own_page_child", own_page(&source, second, Wording::Child).unwrap()),
            ("plan_copy_clinic", self.copy(CLINIC)),
            ("plan_copy_care_centre", self.copy(CARE_CENTRE)),
            ("plan_copy_sister", self.copy(SISTER)),
            ("plan_copy_association", self.copy(ASSOCIATION)),
            ("plan_copy_employer", self.copy(EMPLOYER)),
        ]
    }

    fn afterwards(&self) -> Vec<(&'static str, Document)> {
        let source = self.source();
        let full = self.withdrawn();
        let notices = [
            ("notice_admission", NoticeKind::Admission),
            ("notice_ready", NoticeKind::Ready),
            ("notice_ready_withdrawn", NoticeKind::ReadyWithdrawn),
            ("notice_discharged", NoticeKind::Discharged),
        ];
        let law = discharge().law;
        let of_discharge = Source { law: &law, ..source };
        let mut papers: Vec<_> = notices.map(|(name, kind)| (name, notice(&of_discharge, &self.notice(kind)))).to_vec();
        papers.extend([
            ("withdrawal", withdrawal(&full.source(), &full.case.withdrawals[0]).unwrap()),
            ("deviation", deviation(&source, &self.case.deviations[0])),
            ("deviation_answered", deviation(&full.source(), &full.case.deviations[0])),
            ("follow_up", follow_up(&source, &self.case.follow_ups[0])),
            ("hand_over", hand_over(&source, &self.hand_over())),
            ("closing", closing(&source, &self.case.closings[0])),
            ("disclosures", disclosures(&source)),
            ("access", access(&source, &Self::openings())),
            ("whole_file", whole_file(&full.source())),
        ]);
        papers
    }

    fn of_the_unit(&self) -> Vec<(&'static str, Document)> {
        let key = recovery_key(Texts::swedish(), &self.organisation, None, "ABCD-EFGH-JKLM-NPQR-STUV-WXYZ", self.case.opened_at);
        vec![("recovery_key", key), ("worklist", self.worklist(false)), ("worklist_named", self.worklist(true))]
    }

    /// What waits, with or without names.
    pub(super) fn worklist(&self, named: bool) -> Document {
        let task = |code, key: &str, about: &str, due: Option<u64>| {
            let due = due.map(day);
            (key.to_owned(), Task { code, due, when: TaskWhen::of(due, self.today), record: None, about: about.into() })
        };
        let cases = [WorklistCase {
            number: self.case.number.clone(),
            person: self.case.person.id,
            name: self.case.person.name(),
            tasks: vec![
                task(TaskCode::SendCall, "task-send-call", "Anna Lövgren", None),
                task(TaskCode::FilePlan, "task-file-plan", "2", None),
                task(TaskCode::TurnsEighteen, "task-turns-eighteen", "Karin", Some(2)),
            ],
            clocks: vec![
                ("clock-waiting".to_owned(), Clock { code: ClockCode::Waiting, day: day(0), days: 14 }),
                ("clock-need-to-call".to_owned(), Clock { code: ClockCode::NeedToCall, day: day(3), days: -11 }),
            ],
            hurt: false,
        }];
        let contacts = [WorklistContact { name: "Berit Nord".into(), days: 3 }];
        let paper = WorklistPaper { whose: "Per Nyström".into(), cases: &cases, contacts: &contacts, named, today: self.today };
        worklist(Texts::swedish(), &self.organisation, None, &paper)
    }

    fn notice(&self, kind: NoticeKind) -> Notice {
        Notice {
            id: RecordId(id(0x201)),
            at: self.case.opened_at,
            by: "Hanna Lind".into(),
            kind,
            on: day(4),
            clock: "10:40".into(),
            sender: "Beroendecentrum".into(),
            parties: vec![PartyId(id(CLINIC)), PartyId(id(CARE_CENTRE))],
            expected_on: (kind == NoticeKind::Admission).then(|| day(11)),
            note: if kind == NoticeKind::Admission { "Inskriven för abstinensbehandling.".into() } else { String::new() },
        }
    }

    fn hand_over(&self) -> HandOver {
        HandOver {
            id: RecordId(id(0x202)),
            at: self.case.opened_at,
            by: "Per Nyström".into(),
            what: "samordnare".into(),
            from: "Per Nyström".into(),
            to: "Lisa Ek, socialsekreterare".into(),
            to_unit: "Öppenvården Nexus".into(),
            on: day(60),
        }
    }

    fn openings() -> Vec<Reading> {
        let reading = |after: u64, by: &str, title: &str, of: ReadOf| Reading {
            at: day(after).and_hms_opt(9, 12, 0).unwrap().and_utc(),
            by: by.into(),
            title: title.into(),
            of,
        };
        vec![
            reading(0, "Sara Blom", "receptionist", ReadOf::Contact),
            reading(0, "Per Nyström", "socialsekreterare", ReadOf::Page),
            reading(3, "Lisa Ek", "enhetschef", ReadOf::Case),
        ]
    }

    /// A call to the first meeting, as it stood when it was sent.
    pub(super) fn sent(number: u128, party: Option<u128>, occasion: CallOccasion, place: &str) -> Call {
        Call {
            id: CallId(id(number)),
            at: day(2).and_hms_opt(10, 0, 0).unwrap().and_utc(),
            by: "Per Nyström".into(),
            meeting: MeetingId(id(FIRST)),
            party: party.map(|party| PartyId(id(party))),
            kind: CallKind::Called,
            delivery: Delivery::Post,
            ground: None,
            sha256: String::new(),
            occasion,
            held_on: Some(day(14)),
            starts: "13.30".into(),
            ends: "14.30".into(),
            place: place.into(),
        }
    }

    /// The clinic and the person were called to another room.
    fn called_elsewhere(&self) -> Self {
        let calls = [Some(CLINIC), None].map(|party| Self::sent(0x206, party, CallOccasion::New, "Hälsocentralen Lugnvik, rum 7"));
        self.changed(|case| case.calls.extend(calls))
    }

    /// The day on which the clinic is to be reminded of what it was called to.
    fn reminded(&self) -> Self {
        let call = Self::sent(0x207, Some(CLINIC), CallOccasion::New, "Nexus, rum 2");
        let reminded = self.changed(|case| {
            case.calls.push(call);
            case.meetings[0].remind_on = day(10).to_string();
        });
        Self { today: day(10), ..reminded }
    }

    /// Nothing is fixed or followed up yet, and the association's talks are the clinic's too.
    fn unfixed(&self) -> Self {
        let changed = self.changed(|case| {
            case.versions.clear();
            case.closings.clear();
            case.measure_statuses.clear();
            case.goal_ratings.clear();
            case.measures[0].action = Some(MeasureType::TalkSupport);
            case.measures[1].action = Some(MeasureType::TalkSupport);
            case.measures[3].due_on = day(30).to_string();
            let called = Self::sent(0x213, Some(CARE_CENTRE), CallOccasion::New, "Nexus, rum 2");
            case.calls.push(called);
        });
        Self { today: day(32), ..changed }
    }

    /// The first meeting was cancelled after all had been called.
    fn cancelled(&self) -> Self {
        let calls = [Some(CLINIC), None].map(|party| Self::sent(0x208, party, CallOccasion::New, "Nexus, rum 2"));
        self.changed(|case| {
            case.calls.extend(calls);
            case.meeting_marks.push(MeetingMarked {
                id: RecordId(id(0x209)),
                at: day(12).and_hms_opt(8, 0, 0).unwrap().and_utc(),
                by: "Per Nyström".into(),
                meeting: MeetingId(id(FIRST)),
                mark: MeetingMark::Cancelled,
                reason: "Läkaren är sjuk.".into(),
            });
        })
    }

    /// The person has signed on a screen, and one signature was annulled.
    fn drawn(&self) -> Self {
        let stroke = |points: &str| points.parse().unwrap();
        self.changed(|case| {
            let mut drawn = case.signatures[0].clone();
            drawn.id = RecordId(id(0x20a));
            drawn.manner = SignatureManner::Drawn;
            drawn.strokes = vec![stroke("12,640 60,200 110,700 160,250 240,600"), stroke("300,500 420,480")];
            case.signatures.push(drawn);
            case.annulments.push(Self::annulment(AnnulledKind::Signature, case.signatures[0].id));
        })
    }

    fn annulment(kind: AnnulledKind, record: RecordId) -> Annulment {
        Annulment {
            id: RecordId(id(0x20b)),
            at: day(16).and_hms_opt(9, 0, 0).unwrap().and_utc(),
            by: "Per Nyström".into(),
            kind,
            record,
            reason: "Fel person skrev på.".into(),
        }
    }

    /// With everything, and the care centre's ground withdrawn.
    fn withdrawn(&self) -> Self {
        let ground = self.case.grounds.iter().find(|ground| ground.party == PartyId(id(CARE_CENTRE))).unwrap().id;
        let withdrawal = Withdrawal {
            id: RecordId(id(0xe9)),
            at: day(16).and_time(NaiveTime::MIN).and_utc(),
            by: "Per Nyström".into(),
            ground,
            from: day(16),
            manner: Manner::Oral,
            told: "Per ringde hälsocentralen.".into(),
        };
        self.full().changed(|case| case.withdrawals.push(withdrawal))
    }

    /// With one of each record that a whole file tells of, but that nothing is withdrawn.
    pub(super) fn full(&self) -> Self {
        let at = day(16).and_time(NaiveTime::MIN).and_utc();
        let by = || "Per Nyström".to_owned();
        let call = Self::sent(0x20c, Some(CARE_CENTRE), CallOccasion::New, "Nexus, rum 2");
        let reply = CallReply {
            id: RecordId(id(0x20d)),
            at,
            by: by(),
            call: call.id,
            reply: Reply::Replacement,
            replacement: "Eva Ström".into(),
            note: "Läkaren har jour.".into(),
        };
        let answer = DeviationAnswer {
            id: RecordId(id(0x20e)),
            at,
            by: by(),
            deviation: self.case.deviations[0].id,
            on: day(30),
            answered_by: "Karl Berg, verksamhetschef".into(),
            answer: "Rutinen för ersättare är ändrad.".into(),
        };
        let offer = Offer {
            id: RecordId(id(0x20f)),
            at: self.case.opened_at,
            by: by(),
            kind: OfferKind::Offered,
            outcome: OfferOutcome::Accepted,
            on: day(0),
            who: "Per Nyström".into(),
            reason: String::new(),
        };
        let filing = Filing {
            id: RecordId(id(0x210)),
            at,
            by: by(),
            version: self.case.versions[0].id,
            on: day(16),
            reference: "Treserva, akt 4711".into(),
        };
        let copy = ArchiveCopy {
            id: RecordId(id(0x211)),
            at,
            by: by(),
            version: None,
            what: "Hela ärendet".into(),
            place: "Nämndarkivet, akt 4711".into(),
            on: day(31),
            filed_by: "Per Nyström, socialsekreterare".into(),
        };
        let (reason, note) = (HoldReason::Supervision, "Inspektionen har begärt handlingarna.".into());
        let hold = DisposalHold { id: RecordId(id(0x212)), at, by: by(), reason, note };
        self.changed(|case| {
            case.need.description = "Behandling och arbete behöver hänga ihop.".into();
            case.need.own_words = "Jag orkar inte hålla ihop alla kontakter.".into();
            case.need.seen_by = "Per Nyström".into();
            case.need.seen_on = day(0).to_string();
            case.dissents.push(Dissent { whose: "Karin".into(), text: "Vill hellre ha samtalen hemma.".into(), ..Dissent::default() });
            case.roles.push(Role { role: Some(RoleCode::Interpreter), name: "Aino Salmi".into(), ..Role::default() });
            case.other_plans.push(OtherPlan { kind: Some(OtherPlanKind::Lvm), text: "Eftervård".into(), ..OtherPlan::default() });
            let meeting = Some(MeetingId(id(FIRST)));
            let item = AgendaItem { meeting, text: "Läget".into(), minutes: "Det går bättre.".into(), ..AgendaItem::default() };
            case.agenda_items.push(item);
            case.offers.push(offer);
            case.calls.push(call);
            case.replies.push(reply);
            case.deviation_answers.push(answer);
            case.notices.push(self.notice(NoticeKind::Admission));
            case.hand_overs.push(self.hand_over());
            case.filings.push(filing);
            case.archive_copies.push(copy);
            case.disposal_holds.push(hold);
        })
    }
}
