//! The real window: the built program on a display of its own, driven through WebKit's driver.

mod case_1;
mod case_2;
mod desktop;
mod dialog;
mod driven;
mod first_start;
mod leaving;
mod locked;
mod network;
mod part;

pub(crate) use driven::Window;
