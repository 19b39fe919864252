package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.selfservice.Behalf;
import picocli.CommandLine.Option;

/// Why a clerk does what holders do themselves (requirements 0.1).
final class BehalfOptions {

    @Option(names = "--why", paramLabel = "REASON", descriptionKey = "selfservice.why")
    String why = "at-the-counter";

    @Option(names = "--reference", paramLabel = "TEXT", descriptionKey = "money.reference")
    String reference = "";

    @Option(names = "--request", paramLabel = "ID", descriptionKey = "option.request")
    String request = "";

    Behalf behalf() {
        return new Behalf(Values.choice("--why", why, Behalf.Why.class), reference);
    }

    RequestId requestId() {
        return Values.request("--request", request);
    }
}
