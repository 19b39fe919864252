/// The site's own certificate authority: every device, the broker and the bridge itself carry a certificate of it. Open {@code SiteAuthority} first.
@NullMarked
package app.lodge.bridge.certificates;

import org.jspecify.annotations.NullMarked;
