package app.lodge.desktop;

import app.lodge.desktop.shell.Doors;
import java.util.Map;

/// Doors of this process, by their type.
final class NearDoors {

    private NearDoors() {}

    static Doors of(Map<Class<?>, Object> all) {
        return new Doors(
                new Doors.Finder() {
                    @Override
                    public <D> D door(Class<D> type) {
                        var door = all.get(type);
                        if (door == null) {
                            throw new AssertionError("This test has no door " + type.getName());
                        }
                        return type.cast(door);
                    }
                });
    }
}
