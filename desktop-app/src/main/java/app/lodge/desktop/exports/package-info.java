/// Scheduled exports on the screen. Open `ExportsViewModel` first.
@NullMarked
package app.lodge.desktop.exports;

import org.jspecify.annotations.NullMarked;
