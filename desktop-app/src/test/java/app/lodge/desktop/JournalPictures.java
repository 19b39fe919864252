package app.lodge.desktop;

import javafx.stage.Stage;

/// The journal, its seals, and reports.
final class JournalPictures extends Drawing {

    JournalPictures(Stage stage, String name, Album album) {
        super(stage, name, album);
    }

    void journal() throws Exception {
        go("journal");
        press("#journal-verify");
        shoot("40-journal");
        select("#journal-rows", 2);
        shoot("43-journal-proof");
        type("#journal-subject", "person:3");
        shoot("42-journal-reason");
        type("#journal-subject", "");
        select("#journal-tabs", 1);
        press("#journal-seal");
        press("#conservation-again");
        shoot("41-seals");
    }

    void reports() throws Exception {
        go("reports");
        shoot("50-reports");
        press("#report-show");
        shoot("51-report");
        select("#reports-tabs", 1);
        select("#exports-table", 1);
        shoot("52-exports");
        press("#export-change");
        shoot("53-export");
        press("#sheet-cancel");
    }
}
