//! Who somebody is, and what it is about.

use super::{CallKind, Coded};
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
