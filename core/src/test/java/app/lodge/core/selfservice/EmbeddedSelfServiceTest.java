package app.lodge.core.selfservice;

/// On the books that every site has at first.
final class EmbeddedSelfServiceTest extends SelfServiceContract {

    @Override
    String properties() {
        return "";
    }
}
