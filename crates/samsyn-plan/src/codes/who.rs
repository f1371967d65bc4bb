//! Who somebody is, and what it is about.

use super::Coded;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
    /// Sex in the population register, as a personnummer tells it.
    Sex "sex" {
        /// A woman.
        Woman = "woman",
        /// A man.
        Man = "man",
    }
    /// What kind of party somebody is.
    PartyKind "party-kind" {
        /// A unit of a kommun.
        Municipality = "municipality",
        /// A unit of a region.
        Region = "region",
        /// A private unit under contract: it has its own name, and a principal that answers for it.
        Private = "private",
        /// Another authority.
        Authority = "authority",
        /// A school. It is no huvudman for a SIP.
        School = "school",
        /// A user organisation or another association.
        Organisation = "organisation",
        /// A relative or someone close.
        Relative = "relative",
        /// A guardian (vårdnadshavare) of a child.
        Guardian = "guardian",
        /// An employer.
        Employer = "employer",
        /// A legal representative or other spokesperson.
        Representative = "representative",
        /// Somebody else.
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
        /// Samordnad individuell plan (10 kap. 8–9 §§ SoL, 16 kap. 4 § HSL).
        Sip = "sip",
        /// SIP at discharge from inpatient care (lag 2017:612, 4 kap.).
        SipDischarge = "sip_discharge",
        /// Individual plan (10 § LSS), reviewed at least once a year.
        Lss = "lss",
    }
    /// What one's own unit works with: the suggested parties and the texts follow it.
    Activity "activity" {
        /// Social services.
        SocialServices = "social_services",
        /// Support under LSS.
        Disability = "disability",
        /// Health care by a kommun.
        MunicipalHealthCare = "municipal_health_care",
        /// A school or elevhälsa.
        School = "school",
        /// Primary care.
        PrimaryCare = "primary_care",
        /// Psychiatry for adults.
        Psychiatry = "psychiatry",
        /// A centre for addiction (beroendecentrum).
        AddictionCentre = "addiction_centre",
        /// Psychiatry for children and young (BUP).
        ChildPsychiatry = "child_psychiatry",
        /// Inpatient care.
        Hospital = "hospital",
        /// Something else.
        Other = "other",
    }
    /// What a user of the store may do beside what anybody with a passphrase may. Which cases a user may open is decided apart.
    UserRole "user-role" {
        /// Handläggare: enters persons, opens cases and takes part in those of the own unit.
        Caseworker = "caseworker",
        /// Samordnare: opens every case of the unit and of the own activity that holds nothing protected.
        Coordinator = "coordinator",
        /// Administratör: users, settings, keys and backups.
        Administrator = "administrator",
        /// Loggranskare: reads and checks the access log.
        LogReviewer = "log_reviewer",
        /// Arkivansvarig: carries out gallring and ordered destruction.
        Archivist = "archivist",
    }
    /// How a user came to have a case open to them, or no longer has it.
    AccessWay "access-way" {
        /// Opened the case.
        Opened = "opened",
        /// Took the case over from a colleague's file.
        Received = "received",
        /// Was given access by somebody who may give it.
        Given = "given",
        /// Took part by an own choice (aktivt val), with a reason.
        OwnChoice = "own_choice",
        /// The access was ended.
        Ended = "ended",
    }
    /// What is kept apart within one store: nobody opens a case of another branch because of the unit alone.
    Branch "branch" {
        /// Social services and support under LSS.
        SocialServices = "social_services",
        /// Health care.
        HealthCare = "health_care",
        /// School.
        School = "school",
        /// Something else.
        Other = "other",
    }
    /// Who does what around a SIP, beside the leader, the note-taker, the coordinator and fast vårdkontakt, who stand
    /// elsewhere.
    RoleCode "role-code" {
        /// Initiativtagare: saw the need.
        Initiator = "initiator",
        /// Sammankallande: calls.
        Convener = "convener",
        /// Dokumentationsansvarig: answers for the papers.
        Documentation = "documentation",
        /// God man.
        Trustee = "trustee",
        /// Förvaltare.
        Administrator = "administrator",
        /// Ombud.
        Agent = "agent",
        /// Personligt ombud.
        PersonalAgent = "personal_agent",
        /// Stödperson.
        SupportPerson = "support_person",
        /// Case manager, vård- och stödsamordnare.
        CaseManager = "case_manager",
        /// Tolk.
        Interpreter = "interpreter",
    }
    /// Other plans that the person has, which the SIP shows.
    OtherPlanKind "other-plan-kind" {
        /// Samordnad vårdplan (7 a § LPT, 12 a § LRV).
        CompulsoryOpenCare = "compulsory_open_care",
        /// Care under LVM.
        Lvm = "lvm",
        /// Genomförandeplan.
        Implementation = "implementation",
        /// Vårdplan.
        Care = "care",
        /// Individual plan under LSS.
        Lss = "lss",
        /// Åtgärdsprogram in school.
        School = "school",
        /// Rehabilitation plan.
        Rehabilitation = "rehabilitation",
        /// Another plan.
        Other = "other",
    }
    /// Custody of a child.
    Custody "custody" {
        /// Two guardians together (6 kap. 13 § FB).
        Joint = "joint",
        /// One alone.
        One = "one",
        /// A guardian appointed by a court (särskilt förordnad vårdnadshavare).
        Appointed = "appointed",
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
    /// Who turned to the unit in a first contact.
    ContactWho "contact-who" {
        /// The person.
        Person = "person",
        /// Somebody close.
        Relative = "relative",
        /// Staff of somebody else.
        Staff = "staff",
        /// Somebody else.
        Other = "other",
    }
    /// What came of a first contact.
    ContactOutcome "contact-outcome" {
        /// Told what was asked about.
        Told = "told",
        /// A time was booked.
        Booked = "booked",
        /// Pointed on to somebody else.
        PointedOn = "pointed_on",
        /// A case was opened. Set by the opening alone.
        Case = "case",
        /// Nothing more.
        Nothing = "nothing",
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

impl Activity {
    /// The branch that the activity belongs to.
    pub fn branch(self) -> Branch {
        match self {
            Self::SocialServices | Self::Disability => Branch::SocialServices,
            Self::MunicipalHealthCare
            | Self::PrimaryCare
            | Self::Psychiatry
            | Self::AddictionCentre
            | Self::ChildPsychiatry
            | Self::Hospital => Branch::HealthCare,
            Self::School => Branch::School,
            Self::Other => Branch::Other,
        }
    }
}

impl Protection {
    /// Whether the mark protects anything.
    pub fn protects(self) -> bool {
        self != Self::None
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
}
