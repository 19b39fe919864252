package app.lodge.core.privacy;

import java.nio.file.Path;

final class EmbeddedKilledMidwayTest extends KilledMidwayContract {

    @Override
    String prepared(Path folder) {
        return "";
    }

    @Override
    String copied() {
        return ""; // the books lie in the home
    }

    @Override
    int relicsTried() {
        return Integer.MAX_VALUE;
    }
}
