package app.lodge.core.purse;

/// On the embedded books.
final class EmbeddedPursesTest extends PursesContract {

    @Override
    String properties() {
        return "";
    }
}
