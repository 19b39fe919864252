/// Before anybody is signed in: the first start, the bundled bridge's start, and sign-in. Open
/// `SignInView` first; `SiteStarter` is what a start needs from outside.
@NullMarked
package app.lodge.desktop.signin;

import org.jspecify.annotations.NullMarked;
