/// Data protection: one person's sheet with legal hold, file and erasure, and the site's, with who is due,
/// whom a hold keeps, and the certificates given out. Open `PrivacyView` and `DataProtectionView` first.
@NullMarked
package app.lodge.desktop.privacy;

import org.jspecify.annotations.NullMarked;
