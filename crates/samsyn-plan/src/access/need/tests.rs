use super::*;
use crate::codes::Coded as _;
use proptest::{prelude::*, sample::select};
use uuid::Uuid;

const SOCIAL: Option<Activity> = Some(Activity::SocialServices);
const HEALTH: Option<Activity> = Some(Activity::Psychiatry);

fn user(number: u128, activity: Option<Activity>, roles: &[UserRole]) -> User {
    User { id: UserId(Uuid::from_u128(number)), activity, roles: roles.to_vec(), ..User::default() }
}

fn act(place: u128, user: &User, way: AccessWay) -> CaseAccess {
    CaseAccess {
        id: RecordId(Uuid::from_u128(place)),
        at: DateTime::default(),
        by: String::new(),
        user: user.id,
        name: String::new(),
        case: CaseId::default(),
        way,
        activity: user.activity,
        reason: if way == AccessWay::OwnChoice { "Kollegan är sjuk.".to_owned() } else { String::new() },
    }
}

fn guard(protected: bool, acts: &[(&User, AccessWay)]) -> CaseGuard {
    CaseGuard { protected, acts: (1..).zip(acts).map(|(place, (user, way))| act(place, user, *way)).collect() }
}

#[test]
fn the_unit_opens_the_cases_of_its_own_branch_and_of_nobody_protected() {
    let opener = user(1, SOCIAL, &[UserRole::Caseworker]);
    let open = guard(false, &[(&opener, AccessWay::Opened)]);
    let hidden = guard(true, &[(&opener, AccessWay::Opened)]);
    let cases = [
        (user(1, SOCIAL, &[UserRole::Caseworker]), Standing::Named, Standing::Named),
        (user(2, SOCIAL, &[UserRole::Coordinator]), Standing::Coordinator, Standing::MustAsk),
        (user(3, Some(Activity::Disability), &[UserRole::Coordinator]), Standing::Coordinator, Standing::MustAsk),
        (user(4, SOCIAL, &[UserRole::Caseworker]), Standing::MayTakePart, Standing::MustAsk),
        (user(5, HEALTH, &[UserRole::Coordinator]), Standing::MustAsk, Standing::MustAsk),
        (user(6, HEALTH, &[UserRole::Caseworker]), Standing::MustAsk, Standing::MustAsk),
        (user(7, SOCIAL, &[UserRole::Administrator, UserRole::LogReviewer, UserRole::Archivist]), Standing::MustAsk, Standing::MustAsk),
    ];
    for (who, unprotected, protected) in cases {
        assert_eq!((open.standing(&who, None), hidden.standing(&who, None)), (unprotected, protected), "{who:?}");
    }
    let without = user(8, None, &[UserRole::Coordinator]);
    assert_eq!(open.standing(&without, None), Standing::MustAsk, "who has not said so does not work where the case was opened");
    assert_eq!(open.standing(&without, SOCIAL), Standing::Coordinator, "unless the unit does");
    let of_unit = guard(false, &[(&user(9, None, &[]), AccessWay::Opened)]);
    for unit in [None, SOCIAL] {
        assert_eq!(of_unit.standing(&without, unit), Standing::Coordinator, "a unit that has not been divided is one");
        assert_eq!(of_unit.standing(&user(5, HEALTH, &[UserRole::Coordinator]), unit), Standing::MustAsk);
    }
}

#[test]
fn what_was_given_holds_until_it_is_ended_and_what_was_taken_until_somebody_is_protected() {
    let (opener, other) = (user(1, SOCIAL, &[UserRole::Caseworker]), user(2, HEALTH, &[UserRole::Caseworker]));
    let mut case = guard(true, &[(&opener, AccessWay::Opened), (&other, AccessWay::Given)]);
    assert_eq!(case.standing(&other, None), Standing::Named);
    case.acts.push(act(9, &other, AccessWay::Ended));
    assert_eq!(case.standing(&other, None), Standing::MustAsk);
    assert_eq!(case.with_access().map(|act| act.user).collect::<Vec<_>>(), [opener.id]);

    let colleague = user(3, SOCIAL, &[UserRole::Caseworker]);
    let mut case = guard(false, &[(&opener, AccessWay::Opened), (&colleague, AccessWay::OwnChoice)]);
    assert_eq!(case.standing(&colleague, None), Standing::OwnChoice("Kollegan är sjuk."));
    assert!(!case.standing(&colleague, None).gives(), "what was taken is not passed on");
    case.protected = true;
    assert_eq!(case.standing(&colleague, None), Standing::MustAsk);
}

#[test]
fn there_is_always_somebody_to_ask() {
    let mut opener = user(1, SOCIAL, &[UserRole::Caseworker]);
    let coordinator = user(2, SOCIAL, &[UserRole::Coordinator]);
    let administrator = user(3, None, &[UserRole::Administrator]);
    let ids = |guard: &CaseGuard, users: &[User]| guard.givers(users, None).iter().map(|user| user.id).collect::<Vec<_>>();
    let hidden = guard(true, &[(&opener, AccessWay::Opened)]);
    let open = CaseGuard { protected: false, ..hidden.clone() };
    let users = [opener.clone(), coordinator.clone(), administrator.clone()];
    assert_eq!(ids(&open, &users), [opener.id, coordinator.id]);
    assert_eq!(ids(&hidden, &users), [opener.id]);
    opener.ended_at = Some(DateTime::default());
    let users = [opener, coordinator.clone(), administrator.clone()];
    assert_eq!(ids(&open, &users), [coordinator.id]);
    assert_eq!(ids(&hidden, &users), [administrator.id], "nobody is left who has it");
    assert_eq!(hidden.standing(&administrator, None), Standing::MustAsk, "who gives it does not thereby have it");
}

fn anyone() -> impl Strategy<Value = User> {
    let activity = proptest::option::of(select(Activity::ALL));
    let roles = proptest::sample::subsequence(UserRole::ALL, 0..=UserRole::ALL.len());
    (1..5_u128, activity, roles, any::<bool>())
        .prop_map(|(number, activity, roles, ended)| User { ended_at: ended.then(DateTime::default), ..user(number, activity, &roles) })
}

fn acts() -> impl Strategy<Value = Vec<CaseAccess>> {
    let one = (1..5_u128, select(AccessWay::ALL), proptest::option::of(select(Activity::ALL)));
    proptest::collection::vec(one, 0..8)
        .prop_map(|all| (1..).zip(all).map(|(place, (who, way, activity))| act(place, &user(who, activity, &[]), way)).collect())
}

proptest! {
    /// Told anew, without the rule's own words: the last thing that was entered about a user, and the unit.
    #[test]
    fn nobody_opens_a_case_without_need(who in anyone(), acts in acts(), protected: bool, unit in proptest::option::of(select(Activity::ALL))) {
        let case = CaseGuard { protected, acts: acts.clone() };
        let standing = case.standing(&who, unit);
        let last = acts.iter().rfind(|act| act.user == who.id).map(|act| act.way);
        let by_name = matches!(last, Some(AccessWay::Opened | AccessWay::Received | AccessWay::Given));
        let begun = acts.iter().find(|act| [AccessWay::Opened, AccessWay::Received].contains(&act.way)).and_then(|act| act.activity);
        let (own, begun) = (who.activity.or(unit), begun.or(unit));
        let same_branch = begun.map(Activity::branch) == own.map(Activity::branch);
        let by_unit = same_branch && who.roles.contains(&UserRole::Coordinator);
        let by_choice = last == Some(AccessWay::OwnChoice);
        let expected = who.ended_at.is_none() && (by_name || !protected && (by_unit || by_choice));
        prop_assert_eq!(standing.opens(), expected);
        if standing == Standing::MayTakePart {
            prop_assert!(!protected && same_branch && who.ended_at.is_none());
        }
        if standing.gives() {
            prop_assert!(standing.opens());
        }
    }

    /// No case is shut for good while there is an administrator, and nobody outside it is asked while somebody has it.
    #[test]
    fn somebody_can_always_be_asked(users in proptest::collection::vec(anyone(), 1..6), acts in acts(), protected: bool) {
        let case = CaseGuard { protected, acts };
        let givers = case.givers(&users, None);
        prop_assert_eq!(givers.is_empty(), !users.iter().any(|user| case.standing(user, None).gives() || user.may(UserRole::Administrator)));
        let having = givers.iter().any(|user| case.standing(user, None).gives());
        prop_assert!(!having || givers.iter().all(|user| case.standing(user, None).gives()));
    }

    /// Protecting somebody lets nobody in, and ending an access lets nobody else in.
    #[test]
    fn what_is_added_shuts(who in anyone(), other in anyone(), acts in acts()) {
        let open = CaseGuard { protected: false, acts: acts.clone() };
        let hidden = CaseGuard { protected: true, acts };
        prop_assert!(!hidden.standing(&who, None).opens() || open.standing(&who, None).opens());
        let mut ended = open.clone();
        ended.acts.push(act(99, &other, AccessWay::Ended));
        if who.id == other.id {
            prop_assert!(!matches!(ended.standing(&who, None), Standing::Named | Standing::OwnChoice(_)));
        } else {
            prop_assert_eq!(ended.standing(&who, None), open.standing(&who, None));
        }
    }
}
