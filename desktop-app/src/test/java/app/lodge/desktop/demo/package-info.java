/// The demo stopped in the middle, as a process of its own.
package app.lodge.desktop.demo;
