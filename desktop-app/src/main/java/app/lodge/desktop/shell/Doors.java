package app.lodge.desktop.shell;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.conservation.Conservation;
import app.lodge.core.devices.Devices;
import app.lodge.core.journal.Journal;
import app.lodge.core.journal.JournalExports;
import app.lodge.core.journal.Seals;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.Media;
import app.lodge.core.operators.Operators;
import app.lodge.core.operators.Roles;
import app.lodge.core.overview.Overview;
import app.lodge.core.people.People;
import app.lodge.core.people.PersonnelImport;
import app.lodge.core.privacy.Privacy;
import app.lodge.core.search.Search;
import app.lodge.core.settings.Settings;
import app.lodge.reports.catalogue.Reports;
import app.lodge.reports.privacy.PrivacyPapers;

/// Every door of the site that the desktop calls; near in tests, far in daily work.
public record Doors(
        People people,
        PersonnelImport imports,
        Accounts accounts,
        Media media,
        CardJobs jobs,
        CardKeys cardKeys,
        Devices devices,
        Journal journal,
        Seals seals,
        JournalExports journalExports,
        Conservation conservation,
        Operators operators,
        Roles roles,
        Settings settings,
        Overview overview,
        Search search,
        Reports reports,
        Privacy privacy,
        PrivacyPapers papers) {}
