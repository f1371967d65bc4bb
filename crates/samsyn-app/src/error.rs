//! What a command answers when it refuses: a code with data, never prose and never personal data.

mod causes;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fmt;
use ts_rs::TS;

/// A refusal. The screen finds its words by the code, under `error-<code>`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct AppError {
    /// What was refused.
    pub code: Code,
    /// The field of the request at which it can be put right.
    pub field: Option<String>,
    /// Data for the words, such as what is missing.
    pub details: Value,
}

/// Declares the codes and the list of them all.
macro_rules! error_codes {
    ($($(#[$meta:meta])* $name:ident = $code:literal),+ $(,)?) => {
        /// Every code that a command can answer with.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, JsonSchema)]
        pub enum Code { $($(#[$meta])* #[serde(rename = $code)] $name),+ }

        impl Code {
            /// All codes.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];
            /// The code as sent.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }
        }
    };
}

error_codes! {
    /// The store is locked.
    Locked = "locked",
    /// There is no store yet.
    StoreEmpty = "store_empty",
    /// A store, or a part of one, is there already.
    StoreExists = "store_exists",
    /// The passphrase opens nothing.
    WrongPassphrase = "wrong_passphrase",
    /// The recovery key is well formed but not this store's.
    WrongRecoveryKey = "wrong_recovery_key",
    /// The recovery key is mistyped.
    RecoveryKeyMistyped = "recovery_key_mistyped",
    /// Too many wrong tries in a row; the seconds that are left to wait come along.
    TooManyTries = "too_many_tries",
    /// What was given is no key of the kind that an organisation has.
    OrganisationKeyUnreadable = "organisation_key_unreadable",
    /// The organisation's key is not the one of this store.
    WrongOrganisationKey = "wrong_organisation_key",
    /// Somebody without the store's key has changed its key file.
    HeaderAltered = "header_altered",
    /// The key file and the database do not belong together: one is older, or another store's.
    HeaderOther = "header_other",
    /// The store has several users, and nobody said for whom the new passphrase is; they come along.
    UserUnchosen = "user_unchosen",
    /// The passphrase cannot be used, since by it nobody could tell who came in.
    PassphraseTaken = "passphrase_taken",
    /// A backup is being made, which must end first.
    BackupRunning = "backup_running",
    /// The store was written by a version from before the first release.
    StoreOlder = "store_older",
    /// The passphrase is too easy to guess.
    PassphraseWeak = "passphrase_weak",
    /// The operating system's keyring cannot be used now.
    KeyringUnavailable = "keyring_unavailable",
    /// Another program has the store open.
    StoreInUse = "store_in_use",
    /// The store was written by a newer version of the program.
    StoreNewer = "store_newer",
    /// The database is there and its key header is not.
    HeaderMissing = "header_missing",
    /// The key header is there and its database is not.
    DatabaseMissing = "database_missing",
    /// The store is damaged.
    StoreDamaged = "store_damaged",
    /// The disk is full; what was saved before stands.
    DiskFull = "disk_full",
    /// The disk takes no writing; what was saved before stands.
    DiskReadOnly = "disk_read_only",
    /// The user of the computer may not write where the program was to write.
    NoRights = "no_rights",
    /// The store lies on another computer, and is not opened there.
    PlaceNetwork = "place_network",
    /// The store lies in a folder that something synchronises, and is not opened there.
    PlaceSynced = "place_synced",
    /// The store lies in a profile that follows its user between computers, and is not opened there.
    PlaceRoaming = "place_roaming",
    /// The user may not open the case; whom to ask comes along.
    NoAccess = "no_access",
    /// The user may not know of the person; whom to ask comes along.
    PersonHidden = "person_hidden",
    /// Asks of the user to be named on every case of the person; whom to ask comes along.
    NotOnEveryCase = "not_on_every_case",
    /// The command asks for a role that the user does not have.
    RoleMissing = "role_missing",
    /// Whose way in it is has ended as a user.
    UserEnded = "user_ended",
    /// Somebody must be an administrator.
    LastAdministrator = "last_administrator",
    /// Nobody ends themselves as a user.
    UserIsYou = "user_is_you",
    /// Somebody must have access to the case.
    LastAccess = "last_access",
    /// The case was not read, since its opening could not be entered in the access log.
    OpeningNotLogged = "opening_not_logged",
    /// A file could not be read or written.
    FileFailed = "file_failed",
    /// No such printer is known to the system, or the system has no queue for any.
    PrinterMissing = "printer_missing",
    /// The system did not take the paper.
    PrintFailed = "print_failed",
    /// Printing from the program is not built for this system.
    PrintingNotBuilt = "printing_not_built",
    /// There is no such command.
    UnknownCommand = "unknown_command",
    /// The request is not what the command takes.
    MalformedRequest = "malformed_request",
    /// The same command identifier came with another content.
    CommandIdReused = "command_id_reused",
    /// There is nothing of that identifier.
    NotFound = "not_found",
    /// A field has a value that it cannot hold.
    InvalidValue = "invalid_value",
    /// The limit for small counts is no number that it may be.
    LimitOutOfRange = "limit_out_of_range",
    /// A field that is needed is empty.
    EmptyField = "empty_field",
    /// A date that cannot be read.
    DateUnreadable = "date_unreadable",
    /// A clock time that cannot be read.
    TimeUnreadable = "time_unreadable",
    /// The case is no SIP at discharge, and has no such notices.
    NotADischarge = "not_a_discharge",
    /// A school calls only where the local agreement says so.
    SchoolMayNotCall = "school_may_not_call",
    /// Dates in the wrong order.
    DatesOutOfOrder = "dates_out_of_order",
    /// The field was changed since it was shown; both values come along.
    ChangedMeanwhile = "changed_meanwhile",
    /// The record is used by something that has been done.
    InUse = "in_use",
    /// The number is empty.
    IdentityEmpty = "identity_empty",
    /// The number has the wrong number of digits.
    IdentityLength = "identity_length",
    /// The number has no such date.
    IdentityDate = "identity_date",
    /// The number's last digit does not fit.
    IdentityCheckDigit = "identity_check_digit",
    /// Somebody with that number, or a likely duplicate, exists.
    DuplicatePerson = "duplicate_person",
    /// The case has no such party.
    NoSuchParty = "no_such_party",
    /// A notice at discharge goes to units of a kommun or a region alone.
    NotAPrincipal = "not_a_principal",
    /// The duty to inform at discharge opens the notice alone, not the plan and not the room.
    DutyTooWide = "duty_too_wide",
    /// A case that was moved from a wrong person is not sent in a file.
    MovedCase = "moved_case",
    /// No ground for telling has been recorded.
    GroundMissing = "ground_missing",
    /// The person said no.
    ConsentRefused = "consent_refused",
    /// The ground was withdrawn.
    GroundWithdrawn = "ground_withdrawn",
    /// No ground is in force on that day.
    GroundNotInForce = "ground_not_in_force",
    /// The ground does not cover being called or present.
    AttendanceNotCovered = "attendance_not_covered",
    /// The ground only lets them tell us.
    OnlyTheyTell = "only_they_tell",
    /// The person is a child, and nobody has judged who must consent.
    JudgementMissing = "judgement_missing",
    /// The person has taken the yes to a SIP back.
    SipWithdrawn = "sip_withdrawn",
    /// Nothing has been sent to the recipient that could be entered in a calendar.
    CallMissing = "call_missing",
    /// The meeting is cancelled, and the recipient was never called.
    MeetingCancelled = "meeting_cancelled",
    /// The ground does not reach to the whole document.
    GroundTooNarrow = "ground_too_narrow",
    /// Somebody protected and somebody close are to meet, and nobody has asked how.
    MeetingApartUnasked = "meeting_apart_unasked",
    /// The field is protected, and was not opened before it was written.
    ProtectedUnopened = "protected_unopened",
    /// Another ground than consent needs a reason.
    ReasonMissing = "reason_missing",
    /// The plan lacks what the law asks for.
    PlanIncomplete = "plan_incomplete",
    /// Nothing of the plan has changed since the newest version.
    NothingChanged = "nothing_changed",
    /// The case is closed.
    CaseClosed = "case_closed",
    /// It was annulled before.
    AlreadyAnnulled = "already_annulled",
    /// A file with a table is larger than any such file can be.
    TableTooLarge = "table_too_large",
    /// A file is no text in UTF-8.
    TableNotUtf8 = "table_not_utf8",
    /// A file has no row with the names of the columns.
    TableEmpty = "table_empty",
    /// A file lacks the column without which no row says anything.
    TableColumnMissing = "table_column_missing",
    /// There is nothing to undo or redo.
    NothingToUndo = "nothing_to_undo",
    /// What would be undone has changed since.
    UndoChangedSince = "undo_changed_since",
    /// The whole case is with a colleague; it is read here, and not written.
    HandedOver = "handed_over",
    /// The case is not with a colleague.
    NotHandedOver = "not_handed_over",
    /// The responsibility was confirmed before.
    AlreadyConfirmed = "already_confirmed",
    /// Whoever hands a responsibility over cannot confirm it.
    ConfirmedByGiver = "confirmed_by_giver",
    /// The case is that person's already.
    SamePerson = "same_person",
    /// The file with a case is damaged, or no such file.
    PackageDamaged = "package_damaged",
    /// The file with a case was made by a newer version of the program.
    PackageNewer = "package_newer",
    /// The file comes from another personuppgiftsansvarig.
    OtherController = "other_controller",
    /// The case in the file is here already; which is newer comes along.
    CaseIsHere = "case_is_here",
    /// The case has gone on both here and in the file, so that neither continues the other.
    CaseForked = "case_forked",
    /// The case in the file was here, and was erased on an authority's decision.
    CaseWasDestroyed = "case_was_destroyed",
    /// The case was to be made whole from a backup, and lacks nothing.
    CaseNotHurt = "case_not_hurt",
    /// What was typed is not the case's number.
    NumberDiffers = "number_differs",
    /// Only a practice store's clock can be set.
    NotPractice = "not_practice",
    /// Signatures with a card are off: no module is set.
    SigningOff = "signing_off",
    /// The module that signs with a card cannot be loaded or started.
    CardModule = "card_module",
    /// There is no card with a certificate that can sign, or none with the one that was chosen.
    CardMissing = "card_missing",
    /// The certificate that was chosen has expired.
    CertificateExpired = "certificate_expired",
    /// The certificate that was chosen is not valid yet.
    CertificateNotYetValid = "certificate_not_yet_valid",
    /// The certificate that was chosen cannot sign: the card has no key for it.
    CertificateUnusable = "certificate_unusable",
    /// The card's PIN is wrong.
    PinWrong = "pin_wrong",
    /// The card's PIN is wrong, and the next wrong one locks the card.
    PinLastTry = "pin_last_try",
    /// The PIN is shorter or longer than the card's can be.
    PinLength = "pin_length",
    /// The card's PIN is locked, or must be changed before it is used.
    PinLocked = "pin_locked",
    /// The card did not sign.
    CardFailed = "card_failed",
    /// The file is no whole PNG picture.
    LogoNotPng = "logo_not_png",
    /// The file or the picture is too large.
    LogoTooLarge = "logo_too_large",
    /// Nothing in the picture is seen on white paper.
    LogoBlank = "logo_blank",
    /// The file cannot be read as a PDF.
    PdfUnreadable = "pdf_unreadable",
    /// At least one of the cases is not to be erased by the plan today.
    NotDue = "not_due",
    /// The number of cases that was typed is another.
    ConfirmationDiffers = "confirmation_differs",
    /// The case has not been closed.
    CaseNotClosed = "case_not_closed",
    /// The law keeps such records for longer.
    KeptTooShort = "kept_too_short",
    /// The folder that backups go to, or that one was looked for in, is not there.
    BackupPlaceMissing = "backup_place_missing",
    /// Backups cannot lie in the store's own folder.
    BackupInStore = "backup_in_store",
    /// Nothing can be written in the folder for backups.
    BackupReadOnly = "backup_read_only",
    /// The backup has no room; how many megabytes are missing comes along.
    BackupNoRoom = "backup_no_room",
    /// The disk filled while the backup was made.
    BackupDiskFilled = "backup_disk_filled",
    /// The backup was read again and is not the same as the store.
    BackupDiffers = "backup_differs",
    /// The backup was stopped before it was done.
    BackupStopped = "backup_stopped",
    /// There is no backup in the folder.
    NotABackup = "not_a_backup",
    /// The backup is damaged.
    BackupDamaged = "backup_damaged",
    /// The backup was made by a newer version of the program.
    BackupNewer = "backup_newer",
    /// The backup is of another store.
    BackupOfOther = "backup_of_other",
    /// The store is open here: it is locked before a backup takes its place.
    StoreOpen = "store_open",
    /// The backup that goes before an upgrade could not be made; nothing was upgraded.
    UpgradeNeedsBackup = "upgrade_needs_backup",
    /// The store was written by a newer version of the program, which is named.
    StoreNewerVersion = "store_newer_version",
    /// The file is of made-up people, and this store is not.
    PracticeFile = "practice_file",
    /// The file may be of real people, and this store is for practice.
    RealFile = "real_file",
    /// The file with an organisation's figures is damaged, or no such file.
    CountyFileDamaged = "county_file_damaged",
    /// The file with an organisation's figures is larger than any such file.
    CountyFileTooLarge = "county_file_too_large",
    /// The file with an organisation's figures was made by a newer version of the program.
    CountyFileNewer = "county_file_newer",
    /// What the organisation signed has been changed.
    CountyFileForged = "county_file_forged",
    /// The figures in the file do not agree with each other, or are of a year or a day that has not come.
    CountyFileUnsound = "county_file_unsound",
    /// The file has the store's own figures.
    CountyFileOwn = "county_file_own",
    /// A later file of the same organisation and year is here already.
    CountyFileOlder = "county_file_older",
    /// The organisation signed with another key than before; both come along.
    CountyKeyChanged = "county_key_changed",
    /// A fault in the program; nothing was written.
    Internal = "internal",
}

impl AppError {
    /// A refusal without a field.
    pub fn new(code: Code) -> Self {
        Self { code, field: None, details: Value::Null }
    }

    /// A refusal at a field.
    pub fn at(code: Code, field: &str) -> Self {
        Self { code, field: Some(field.to_owned()), details: Value::Null }
    }

    /// The same refusal with data for its words.
    #[must_use]
    pub fn with(mut self, details: Value) -> Self {
        self.details = details;
        self
    }
}

impl fmt::Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.code())
    }
}

impl std::error::Error for AppError {}
