//! Goals and measures, and what becomes of them; signatures and files.

use super::Coded;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
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
    /// What kind of measure it is: the areas of the county models, and what plans most often hold. The same kind by two
    /// principals is double work.
    MeasureType "measure-type" {
        /// Assessment and investigation.
        Assessment = "assessment",
        /// Early detection.
        EarlyDetection = "early_detection",
        /// Early measures.
        EarlyMeasures = "early_measures",
        /// Care in withdrawal, sobering up.
        WithdrawalCare = "withdrawal_care",
        /// Medical treatment.
        Medication = "medication",
        /// Psychosocial treatment.
        PsychosocialTreatment = "psychosocial_treatment",
        /// Psychosocial support.
        PsychosocialSupport = "psychosocial_support",
        /// Talks of support.
        TalkSupport = "talk_support",
        /// Care for comorbidity.
        Comorbidity = "comorbidity",
        /// Protection against infection.
        InfectionControl = "infection_control",
        /// Prevention of death and suicide.
        OverdoseSuicide = "overdose_suicide",
        /// Help against gambling.
        Gambling = "gambling",
        /// Housing and support at home.
        Housing = "housing",
        /// Work and employment.
        Employment = "employment",
        /// School and studies.
        Schooling = "schooling",
        /// Money and debts.
        Economy = "economy",
        /// Support for those close.
        RelativeSupport = "relative_support",
        /// Physical health care and rehabilitation.
        PhysicalCare = "physical_care",
        /// Contact person, contact family, companion.
        ContactPerson = "contact_person",
        /// Coordination, case management.
        Coordination = "coordination",
        /// Something else.
        Other = "other",
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
        /// The person took the yes to a SIP back.
        ConsentWithdrawn = "consent_withdrawn",
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
    /// How a version was signed.
    SignatureManner "signature-manner" {
        /// By pen on paper.
        Pen = "pen",
        /// Drawn on a screen, as an acknowledgement.
        Drawn = "drawn",
        /// With a card, in the file itself.
        Card = "card",
    }
    /// A notice at discharge from inpatient care (lag 2017:612).
    NoticeKind "notice-kind" {
        /// Inskrivningsmeddelande (2 kap.): within 24 hours of admission.
        Admission = "admission",
        /// Underrättelse om utskrivningsklar (3 kap.).
        Ready = "ready",
        /// The person is not ready any more.
        ReadyWithdrawn = "ready_withdrawn",
        /// The person has been discharged.
        Discharged = "discharged",
    }
    /// Which way a whole case went between two stores of one organisation.
    PassingWay "passing-way" {
        /// It was handed over: this store writes in it no more.
        Sent = "sent",
        /// It was taken over: this store writes in it from now on.
        Received = "received",
        /// It never came over, and was taken back.
        TakenBack = "taken_back",
    }
    /// What was annulled (makulerat).
    AnnulledKind "annulled-kind" {
        /// A ground.
        Ground = "ground",
        /// A file.
        Attachment = "attachment",
        /// A deviation.
        Deviation = "deviation",
        /// An evaluation.
        Evaluation = "evaluation",
        /// An offer or a request.
        Offer = "offer",
        /// A signature.
        Signature = "signature",
        /// A judgement about a child's or a guardian's say.
        Judgement = "judgement",
        /// A notice at discharge.
        Notice = "notice",
        /// An archive copy that was noted.
        ArchiveCopy = "archive_copy",
    }
    /// What stands behind an attachment.
    AttachmentKind "attachment-kind" {
        /// The signed plan, scanned.
        SignedPlan = "signed_plan",
        /// Another document.
        Other = "other",
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
