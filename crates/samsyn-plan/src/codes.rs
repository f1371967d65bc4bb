//! The closed lists of codes that records use. Each code has its Swedish words in `terms.ftl` under
//! `<list>-<code>`, for example `information-kind-medicine`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A closed list of codes.
pub trait Coded: Copy + Sized + 'static {
    /// The list's name in the texts, in kebab case.
    const LIST: &'static str;
    /// Every code, in the order in which people meet them.
    const ALL: &'static [Self];
    /// The code as stored and as sent, in snake case.
    fn code(self) -> &'static str;
    /// The code of that name, if the list has it.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|candidate| candidate.code() == code)
    }
    /// The key of the code's words.
    fn text_key(self) -> String {
        format!("{}-{}", Self::LIST, self.code().replace('_', "-"))
    }
}

/// Declares lists of codes.
macro_rules! codes {
    ($($(#[$meta:meta])* $name:ident $list:literal { $($(#[$variant_meta:meta])* $variant:ident = $code:literal),+ $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS, JsonSchema)]
        pub enum $name { $($(#[$variant_meta])* #[serde(rename = $code)] $variant),+ }

        impl Coded for $name {
            const LIST: &'static str = $list;
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }
    )+};
}

codes! {
    /// Huvudman: who answers for care and support, and so may hold övergripande ansvar (10 kap. 9 § SoL, 16 kap. 4 § HSL).
    Principal "principal" {
        /// A kommun.
        Municipality = "municipality",
        /// A region.
        Region = "region",
    }
    /// What a number that identifies a person is.
    IdentityKind "identity-kind" {
        /// Personnummer.
        Personnummer = "personnummer",
        /// Samordningsnummer: the day is raised by 60.
        Samordningsnummer = "samordningsnummer",
        /// A reserve number given by a care provider; of no fixed form.
        Reservnummer = "reservnummer",
    }
    /// What kind of party somebody is. Principals are *kallade*, all others *inbjudna*.
    PartyKind "party-kind" {
        /// A unit of a kommun.
        Municipality = "municipality",
        /// A unit of a region.
        Region = "region",
        /// Another authority.
        Authority = "authority",
        /// A school. It is no huvudman for a SIP.
        School = "school",
        /// A user organisation or another association.
        Organisation = "organisation",
        /// A relative or someone close.
        Relative = "relative",
        /// An employer.
        Employer = "employer",
        /// A legal representative or other spokesperson.
        Representative = "representative",
        /// Somebody else.
        Other = "other",
    }
    /// Problem areas, after the county models; several a case, one of them main.
    Area "area" {
        /// Alcohol.
        Alcohol = "alcohol",
        /// Cannabis.
        Cannabis = "cannabis",
        /// Opioids.
        Opioids = "opioids",
        /// Central stimulants.
        Stimulants = "stimulants",
        /// Benzodiazepines and other medicines.
        Benzodiazepines = "benzodiazepines",
        /// New psychoactive substances.
        NewSubstances = "new_substances",
        /// Doping.
        Doping = "doping",
        /// Gambling for money.
        Gambling = "gambling",
        /// Mental ill-health.
        MentalHealth = "mental_health",
        /// Disability.
        Disability = "disability",
        /// Physical health.
        PhysicalHealth = "physical_health",
        /// School.
        School = "school",
        /// Housing.
        Housing = "housing",
        /// Something else.
        Other = "other",
    }
    /// Kinds of information that a ground opens and that lines of a plan carry.
    InformationKind "information-kind" {
        /// Addiction and its treatment.
        Addiction = "addiction",
        /// Mental health.
        MentalHealth = "mental_health",
        /// Medicines.
        Medicine = "medicine",
        /// Physical health.
        PhysicalHealth = "physical_health",
        /// Work.
        Work = "work",
        /// School and studies.
        Schooling = "schooling",
        /// Money.
        Economy = "economy",
        /// Housing.
        Housing = "housing",
        /// Family and people close.
        Family = "family",
        /// Times and other practical matters.
        Practical = "practical",
    }
    /// Which way information may go on a ground.
    Direction "direction" {
        /// We may tell them, and they us.
        Both = "both",
        /// We may tell them.
        WeTell = "we_tell",
        /// They may tell us.
        TheyTell = "they_tell",
    }
    /// How an answer or a consent was given.
    Manner "manner" {
        /// Said, and noted by whoever took it.
        Oral = "oral",
        /// On paper.
        Written = "written",
        /// By a digital service.
        Digital = "digital",
    }
    /// How far a ground reaches into the plan. Nothing is the default: an empty scope means nobody.
    Scope "scope" {
        /// The kinds of information that are named.
        Kinds = "kinds",
        /// The whole plan but the kinds that are excepted.
        WholePlan = "whole_plan",
        /// Only the party's own measures and actions.
        OwnMeasures = "own_measures",
        /// Only what the ground states in words; no part of the plan.
        Stated = "stated",
    }
    /// What a ground rests on. Other bases than consent are chosen by a named user with a reason.
    Basis "basis" {
        /// The person's consent (10 kap. 1 § and 12 kap. 2 § OSL).
        Consent = "consent",
        /// Duty to inform at discharge (lag 2017:612, 2–3 kap.).
        DutyToInform = "duty_to_inform",
        /// Between health care authorities (25 kap. 11 § OSL).
        Osl25P11 = "osl_25_11",
        /// To an individual with urgent needs (25 kap. 12 § OSL).
        Osl25P12 = "osl_25_12",
        /// From social services for particular groups (26 kap. 9 § OSL).
        Osl26P9 = "osl_26_9",
        /// Generalklausulen (10 kap. 27 § OSL).
        Osl10P27 = "osl_10_27",
        /// Harm was assessed and none found (menprövning, 25 kap. 1 § or 26 kap. 1 § OSL).
        HarmAssessment = "harm_assessment",
        /// Necessity (nöd).
        Necessity = "necessity",
    }
    /// Yes or no.
    Answer "answer" {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
    }
    /// How a SIP came up before the yes.
    OfferKind "offer-kind" {
        /// Staff offered one.
        Offered = "offered",
        /// The person or somebody close asked for one.
        AskedFor = "asked_for",
    }
    /// What became of an offer or of a request.
    OfferOutcome "offer-outcome" {
        /// The person took the offer, or the request was met.
        Accepted = "accepted",
        /// The person declined.
        Declined = "declined",
        /// The request was refused; the reason is documented.
        Refused = "refused",
    }
    /// What a meeting is.
    MeetingKind "meeting-kind" {
        /// The first meeting.
        First = "first",
        /// A follow-up.
        FollowUp = "follow_up",
    }
    /// How a meeting is held.
    MeetingForm "meeting-form" {
        /// In a room.
        Room = "room",
        /// By video.
        Video = "video",
        /// By phone.
        Phone = "phone",
        /// Some in the room, others by video or phone.
        Mixed = "mixed",
    }
    /// What was sent to somebody before a meeting.
    CallKind "call-kind" {
        /// Kallelse, to a principal.
        Called = "called",
        /// Inbjudan, to anybody else.
        Invited = "invited",
        /// A letter to the person.
        Letter = "letter",
    }
    /// A party's answer to a kallelse or an inbjudan.
    Reply "reply" {
        /// Comes.
        Comes = "comes",
        /// Sends somebody else.
        Replacement = "replacement",
        /// Cannot come.
        CannotCome = "cannot_come",
    }
    /// A mark on somebody's presence.
    Presence "presence" {
        /// Came into the room, or joined.
        Came = "came",
        /// Left.
        Left = "left",
        /// Stayed away and had said so.
        AbsentNotified = "absent_notified",
        /// Was called and stayed away without a word.
        AbsentSilent = "absent_silent",
    }
    /// A mark on a meeting's course.
    MeetingMark "meeting-mark" {
        /// It began.
        Started = "started",
        /// It ended.
        Ended = "ended",
    }
    /// The person's answer when the plan is read back.
    ReadBack "read-back" {
        /// Agrees.
        Yes = "yes",
        /// Does not agree to the plan.
        No = "no",
        /// Agrees to the plan, with a dissent that is noted.
        Dissent = "dissent",
    }
    /// A goal's reach in time.
    Term "term" {
        /// Long-term.
        Long = "long",
        /// Short-term.
        Short = "short",
    }
    /// How a goal goes, in five steps.
    GoalScale "goal-scale" {
        /// −2.
        MuchWorse = "much_worse",
        /// −1.
        Worse = "worse",
        /// 0.
        Unchanged = "unchanged",
        /// +1.
        Partly = "partly",
        /// +2.
        Reached = "reached",
    }
    /// What has become of a measure.
    MeasureState "measure-state" {
        /// Not begun.
        NotStarted = "not_started",
        /// Going on.
        Ongoing = "ongoing",
        /// Done.
        Done = "done",
        /// Partly done.
        Partly = "partly",
        /// Not done.
        NotDone = "not_done",
    }
    /// What a follow-up leads to.
    FollowUpOutcome "follow-up-outcome" {
        /// The plan goes on.
        Continue = "continue",
        /// The plan is revised.
        Revise = "revise",
        /// The plan is closed.
        Close = "close",
    }
    /// Why a plan was closed.
    ClosingReason "closing-reason" {
        /// The goals are reached.
        GoalsReached = "goals_reached",
        /// The person ends it.
        PersonEnds = "person_ends",
        /// The person has moved.
        Moved = "moved",
        /// There is no need of coordination any more.
        NoNeed = "no_need",
        /// Only one principal gives measures now.
        OnePrincipal = "one_principal",
        /// The person has died.
        Deceased = "deceased",
        /// Something else.
        Other = "other",
    }
    /// What deviated from what was agreed.
    DeviationKind "deviation-kind" {
        /// A called party stayed away.
        CalledAbsent = "called_absent",
        /// No answer to a kallelse.
        NoReply = "no_reply",
        /// A measure was not done.
        MeasureNotDone = "measure_not_done",
        /// The plan was not followed up.
        NotFollowedUp = "not_followed_up",
        /// A consent was broken.
        ConsentBroken = "consent_broken",
        /// Something else.
        Other = "other",
    }
    /// Who evaluates.
    Evaluator "evaluator" {
        /// The person.
        Person = "person",
        /// A relative.
        Relative = "relative",
        /// Staff.
        Staff = "staff",
    }
    /// What was handed to somebody.
    DisclosureKind "disclosure-kind" {
        /// A kallelse, an inbjudan or a letter.
        Call = "call",
        /// What was said in a meeting at which somebody was present.
        Presence = "presence",
        /// A copy of a fixed plan, or the part of it that the ground opens.
        PlanCopy = "plan_copy",
        /// The person's own page.
        OwnPage = "own_page",
        /// The consents.
        Consents = "consents",
        /// A deviation report.
        Deviation = "deviation",
        /// A follow-up.
        FollowUp = "follow_up",
        /// The closing.
        Closing = "closing",
        /// Any other document of the case.
        Document = "document",
    }
    /// How something was handed over.
    Delivery "delivery" {
        /// By hand.
        Hand = "hand",
        /// By post.
        Post = "post",
        /// By a secure digital service.
        SecureDigital = "secure_digital",
        /// By being in the room.
        InRoom = "in_room",
        /// Saved to a place that the user chose.
        SavedFile = "saved_file",
    }
    /// How a version was signed.
    SignatureManner "signature-manner" {
        /// By pen on paper.
        Pen = "pen",
    }
    /// What stands behind an attachment.
    AttachmentKind "attachment-kind" {
        /// The signed plan, scanned.
        SignedPlan = "signed_plan",
        /// Another document.
        Other = "other",
    }
    /// How a person's data are protected in the population register.
    Protection "protection" {
        /// Not protected.
        None = "none",
        /// Sekretessmarkering.
        Marked = "marked",
        /// Skyddad folkbokföring.
        ProtectedRegistration = "protected_registration",
        /// Fingerade personuppgifter.
        AssumedIdentity = "assumed_identity",
    }
    /// The kind of plan.
    PlanType "plan-type" {
        /// Samordnad individuell plan.
        Sip = "sip",
    }
}

impl Principal {
    /// The kind of party that this principal's units are.
    pub fn party_kind(self) -> PartyKind {
        match self {
            Self::Municipality => PartyKind::Municipality,
            Self::Region => PartyKind::Region,
        }
    }
}

impl PartyKind {
    /// The principal that a unit of this kind belongs to; nothing where it is no principal's unit.
    pub fn principal(self) -> Option<Principal> {
        match self {
            Self::Municipality => Some(Principal::Municipality),
            Self::Region => Some(Principal::Region),
            _ => None,
        }
    }

    /// Principals are called, others are invited.
    pub fn call_kind(self) -> CallKind {
        if self.principal().is_some() { CallKind::Called } else { CallKind::Invited }
    }
}

impl GoalScale {
    /// The step as a number, from −2 to +2.
    pub fn step(self) -> i32 {
        match self {
            Self::MuchWorse => -2,
            Self::Worse => -1,
            Self::Unchanged => 0,
            Self::Partly => 1,
            Self::Reached => 2,
        }
    }
}
