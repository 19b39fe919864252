/// The start page: the whole site at a glance (ID-49). Open `StartView` first.
@NullMarked
package app.lodge.desktop.start;

import org.jspecify.annotations.NullMarked;
