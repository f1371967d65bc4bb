//! The real window: the built program on a display of its own, driven through WebKit's driver.

mod desktop;
mod driven;
mod first_start;
mod leaving;
mod network;

pub(crate) use driven::Window;
