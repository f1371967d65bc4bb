//! What may be told, to whom, and on what ground.

use super::Coded;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
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
        /// Results of tests, such as drug tests and tests for infections.
        TestResults = "test_results",
        /// Where somebody lives, sleeps, goes to school or is met: what reveals a protected person (21 kap. 3 § OSL).
        Whereabouts = "whereabouts",
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
    /// Why a guardian may not know something about a child (12 kap. 3 § OSL).
    KnowGround "know-ground" {
        /// The child is mature enough to decide over it.
        Maturity = "maturity",
        /// The child would come to serious harm (betydande men).
        SeriousHarm = "serious_harm",
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
        /// A notice at discharge (lag 2017:612, 2–3 kap.).
        Notice = "notice",
        /// A calendar file.
        Calendar = "calendar",
        /// The whole case in an encrypted file.
        Package = "package",
        /// What a withdrawal led to.
        Withdrawal = "withdrawal",
        /// Who has had the case open.
        AccessExtract = "access_extract",
        /// The answer to whether a SIP may be made.
        SipYes = "sip_yes",
        /// The person's own sheet before a meeting.
        Preparation = "preparation",
        /// That somebody takes over a responsibility.
        HandOver = "hand_over",
        /// Who has been given what.
        Disclosures = "disclosures",
        /// The whole case on paper.
        WholeFile = "whole_file",
        /// The plan as a picture.
        Braid = "braid",
        /// Any other document: a row of the time before each had a kind of its own.
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
    /// How a paper for the person is worded.
    #[derive(Default)]
    Wording "wording" {
        /// In plain Swedish.
        #[default]
        Plain = "plain",
        /// Easy to read: one sentence a line, short words.
        Easy = "easy",
        /// For a child.
        Child = "child",
    }
    /// The language of the person's own page. Languages but Swedish have the words that people have written.
    #[derive(Default)]
    PaperLanguage "paper-language" {
        /// Swedish.
        #[default]
        Swedish = "sv",
        /// Finnish.
        Finnish = "fi",
        /// Meänkieli.
        Meankieli = "fit",
        /// Northern Sámi.
        NorthernSami = "se",
        /// Southern Sámi.
        SouthernSami = "sma",
        /// English.
        English = "en",
    }
}
