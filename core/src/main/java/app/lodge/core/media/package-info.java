/// Cards and other media, and the jobs that make them. Open {@code Media} and {@code CardJobs} first.
@NullMarked
package app.lodge.core.media;

import org.jspecify.annotations.NullMarked;
