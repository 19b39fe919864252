package app.lodge.desktop.demo;

import app.lodge.core.people.People;
import app.lodge.core.site.Home;
import app.lodge.core.work.Progress;
import app.lodge.desktop.signin.SiteStarter.StartStep;
import java.nio.file.Path;
import java.util.Optional;

/// The demo site to look around in: made and filled at the first visit, woken up at the next, made
/// afresh where the first was interrupted. Its
/// bridge, if it had to be started, and its virtual devices are processes that end with this one.
public final class DemoTour {

    private final Path home;
    private final String language;
    private final String workstation;
    private final Leftovers leftovers = new Leftovers(Optional.empty());
    private final DemoDevices devices;

    /// @param language two letters, for the site's reports
    public DemoTour(Path home, String language, String workstation) {
        this.home = home;
        this.language = language;
        this.workstation = workstation;
        this.devices = new DemoDevices(home, leftovers);
    }

    /// Afterwards a bridge answers and the devices run. Changes nothing on a site that somebody made
    /// their own.
    public synchronized void prepare(Progress<StartStep> progress) throws Exception {
        try (var filling = HalfFilled.watch(home)) {
            filling.clear();
            if (!new Home(home).hasSite()) {
                progress.at(StartStep.CREATING_SITE);
                filling.begin();
                DemoSite.create(home, language);
            }
            open(progress);
            filling.done();
        }
    }

    private void open(Progress<StartStep> progress) throws Exception {
        progress.at(StartStep.STARTING_BRIDGE);
        try (var site = DemoSite.reach(home, leftovers, workstation)) {
            if (!site.letsIn()) {
                return;
            }
            if (site.door(People.class).count(site.actor(), "") > 0) {
                devices.wake();
                return;
            }
            progress.at(StartStep.FILLING);
            new LivelySite(site, devices).fill();
        }
    }
}
