use super::*;
use std::collections::HashSet;

#[test]
fn every_kommun_and_every_lan_of_sweden_is_there_once() {
    let places = places();
    assert_eq!((places.municipalities.len(), places.counties.len()), (290, 21));
    let codes: HashSet<&str> = places.municipalities.iter().map(|each| each.code.as_str()).collect();
    let names: HashSet<&str> = places.municipalities.iter().map(|each| each.name.as_str()).collect();
    assert_eq!((codes.len(), names.len()), (290, 290));
    assert!(places.municipalities.iter().all(|each| each.code.len() == 4 && places.counties.iter().any(|county| county.holds(each))));
    assert!(places.counties.iter().all(|county| places.municipalities.iter().any(|each| county.holds(each)) && !county.region.is_empty()));
    let gotland = places.counties.iter().find(|county| county.code == "09").unwrap();
    assert_eq!(gotland.region, "Region Gotland");
}

#[test]
fn every_county_can_be_chosen_and_knows_its_region_and_its_kommuner() {
    let places = places();
    let profiles = profiles(&places);
    assert_eq!(profiles.len(), 22);
    for (profile, county) in profiles.iter().zip(&places.counties) {
        assert_eq!((&profile.county, &profile.region), (&county.name, &county.region));
        let of_county: HashSet<&str> =
            places.municipalities.iter().filter(|each| county.holds(each)).map(|each| each.name.as_str()).collect();
        assert_eq!(profile.municipalities.iter().map(String::as_str).collect::<HashSet<_>>(), of_county, "{}", county.name);
        assert!(profile.limits.need_to_call.is_none(), "no limit is known of any");
    }
    assert_eq!(profiles.last().unwrap().code, "empty");
    let codes: HashSet<&str> = profiles.iter().map(|profile| profile.code.as_str()).collect();
    assert_eq!(codes.len(), 22);
}
