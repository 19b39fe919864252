package app.lodge.desktop.people;

import app.lodge.desktop.shell.WorkstationSettings;
import app.lodge.personalization.cameras.Cameras;
import app.lodge.personalization.faces.FaceFinder;

/// What this workstation has for photographs.
///
/// @param settings remembers the camera
public record PhotoDesk(FaceFinder faces, Cameras cameras, WorkstationSettings settings) {}
