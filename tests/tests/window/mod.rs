//! The real window: the built program on a display of its own, driven through WebKit's driver.

mod desktop;
#[allow(dead_code, reason = "what the walk through case 1 needs and the tests here do not")]
mod driven;
mod first_start;
mod leaving;
mod network;

pub(crate) use driven::Window;
